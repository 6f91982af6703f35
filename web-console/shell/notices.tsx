import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { Notice } from '../live/notices.ts'
import { countUnread } from '../state/select-rows.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { useDesk, useDeskState } from './desk-context.tsx'
import { isPreferred } from './preferences.ts'
import { ring } from './sound.ts'
import { useSay } from './use-say.ts'

const RINGS: readonly Notice['kind'][] = ['message', 'queued', 'offered', 'transfer', 'whisper', 'taken', 'due']
/** What is said on the page itself, for there is nothing else there that would show it. */
const SAID: readonly Notice['kind'][] = ['answered', 'taken', 'whisper', 'due']

function headOf(notice: Notice, texts: Texts): string {
  switch (notice.kind) {
    case 'message':
      return texts.notify.newMessage(notice.name)
    case 'queued':
      return texts.notify.queued(notice.name)
    case 'offered':
    case 'transfer':
    case 'whisper':
    case 'taken':
      return texts.queue.notify[notice.kind](notice.name)
    case 'answered':
      return texts.notify.answered(notice.title)
    case 'due':
      return texts.todos.dueNow(notice.name, notice.text)
    case 'knowledge':
      return texts.notify.knowledgeBroken
  }
}

function placeOf(notice: Notice): string {
  if (notice.kind === 'knowledge') return '/settings/knowledge'
  if (notice.kind === 'due') return '/todos'
  if (notice.kind === 'queued') return `/?tab=queue&c=${notice.conversationId}`
  return `/?c=${notice.conversationId}`
}

function showOnDesktop(head: string, notice: Notice, open: () => void): void {
  const text = 'text' in notice ? notice.text : ''
  const shown = new Notification(head, { body: text, tag: placeOf(notice) })
  shown.onclick = () => {
    window.focus()
    open()
    shown.close()
  }
}

/** Sound, desktop notification and the unread count in the window's title. Draws nothing. */
export function Notices() {
  const texts = useTexts()
  const desk = useDesk()
  const [, navigate] = useLocation()
  const say = useSay()

  useEffect(
    () =>
      desk.onNotice((notice) => {
        const head = headOf(notice, texts)
        if (notice.kind === 'knowledge') say.warning(head)
        if (SAID.includes(notice.kind)) say.info(head)
        if (isPreferred('sound') && RINGS.includes(notice.kind)) ring()
        if (document.hidden && isPreferred('desktop')) showOnDesktop(head, notice, () => navigate(placeOf(notice)))
      }),
    [desk, texts, say, navigate],
  )

  const unread = useDeskState(countUnread)
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${texts.nav.desk} · ${texts.app}`
  }, [unread, texts])

  return null
}
