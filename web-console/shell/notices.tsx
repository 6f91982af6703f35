import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { type Alert, alertOf } from '../live/alerts.ts'
import type { Notice } from '../live/notices.ts'
import { selectAsks } from '../state/select-offers.ts'
import { countUnread } from '../state/select-rows.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { currentAlerts } from './alerts.ts'
import { useDesk, useDeskState } from './desk-context.tsx'
import { ring } from './sound.ts'
import { useSay } from './use-say.ts'

/** Of what is no more than good to know nothing rings. */
const SILENT: readonly Notice['kind'][] = ['answered']
/** What is said on the page itself, for there is nothing else there that would show it. */
const SAID: readonly Notice['kind'][] = ['answered', 'taken', 'whisper', 'due', 'promise']
/** Several of a kind at once ring once. */
const APART = 900
const lastRung = new Map<Alert, number>()

function headOf(notice: Notice, texts: Texts): string {
  const name = ('name' in notice && notice.name) || texts.alerts.someone
  switch (notice.kind) {
    case 'message':
      return texts.notify.newMessage(name)
    case 'queued':
      return texts.notify.queued(name)
    case 'offered':
    case 'transfer':
    case 'whisper':
    case 'taken':
      return texts.queue.notify[notice.kind](name)
    case 'answered':
      return texts.notify.answered(notice.title)
    case 'due':
      return texts.todos.dueNow(name, notice.text)
    case 'promise':
      return texts.alerts.promise[notice.promise](name)
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

function ringFor(alert: Alert, volume: number): void {
  const now = Date.now()
  if (now - (lastRung.get(alert) ?? 0) < APART) return

  lastRung.set(alert, now)
  ring(alert, volume)
}

function isAllowed(): boolean {
  return 'Notification' in window && Notification.permission === 'granted'
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

/** Sound, desktop notification, and in the window's title how much waits for me in the window's title. Draws nothing. */
export function Notices() {
  const texts = useTexts()
  const desk = useDesk()
  const [, navigate] = useLocation()
  const say = useSay()

  useEffect(
    () =>
      desk.onNotice((notice) => {
        const head = headOf(notice, texts)
        const alert = alertOf(notice)
        const { of, volume } = currentAlerts()
        if (notice.kind === 'knowledge') say.warning(head)
        if (SAID.includes(notice.kind)) say.info(head)
        if (of[alert].sound && !SILENT.includes(notice.kind)) ringFor(alert, volume)
        if (document.hidden && of[alert].desktop && isAllowed()) {
          showOnDesktop(head, notice, () => navigate(placeOf(notice)))
        }
      }),
    [desk, texts, say, navigate],
  )

  const unread = useDeskState((state) => countUnread(state) + selectAsks(state).length)
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${texts.nav.desk} · ${texts.app}`
  }, [unread, texts])

  return null
}
