import { Button } from 'antd'
import type { DeskMessage } from '../../src/protocol/console.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { formatClock } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { useThreadScope } from './thread-scope.ts'

/** A message that was taken back. */
export function RecalledLine({ message }: { readonly message: DeskMessage }) {
  const texts = useTexts()
  const locale = useLocale()
  const desk = useDesk()
  const scope = useThreadScope()
  const me = useDeskState((state) => state.me.id)
  const words = useDeskState((state) => state.tookBack[message.id])
  const { author, conversationId } = message
  const { byCustomer, byYou, by, again } = texts.recall
  const who =
    author.kind === 'customer' ? byCustomer : author.id === me ? byYou : by(author.name ?? texts.thread.system)

  function writeAgain(): void {
    const draft = desk.store.get().drafts[conversationId] ?? EMPTY_DRAFT
    const text = [words, draft.text].filter(Boolean).join('\n')
    desk.store.send({ type: 'draft:changed', conversationId, draft: { ...draft, text, note: false } })
  }

  return (
    <p className="event">
      {who} · {formatClock(message.at, locale)}
      {words && scope?.mine ? (
        <Button type="link" size="small" onClick={writeAgain}>
          {again}
        </Button>
      ) : null}
    </p>
  )
}
