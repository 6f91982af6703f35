import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** Says which message the text in the composer answers. A note answers nobody. */
export function QuoteStrip({ conversationId }: { readonly conversationId: string }) {
  const texts = useTexts()
  const desk = useDesk()
  const draft = useDeskState((state) => state.drafts[conversationId])
  if (!draft?.quote || draft.note) return null

  const { quote, ...rest } = draft
  return (
    <p className="quoting">
      <b>{texts.quote.to(quote.name)}</b>
      <span>{quote.text}</span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={texts.quote.drop}
        onClick={() => desk.store.send({ type: 'draft:changed', conversationId, draft: rest })}
      />
    </p>
  )
}
