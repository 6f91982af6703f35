import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { customerName } from '../desk/customer-name.ts'
import { type Alert, alertOf } from '../live/alerts.ts'
import type { Notice } from '../live/notices.ts'
import type { DeskState } from '../state/desk-state.ts'
import { selectAsks } from '../state/select-offers.ts'
import { countUnread } from '../state/select-rows.ts'
import { formatPreview } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { currentAlerts } from './alerts.ts'
import { useDesk, useDeskState } from './desk-context.tsx'
import { ring } from './sound.ts'
import { useSay } from './use-say.ts'

/** Of what is no more than good to know nothing rings. */
const SILENT: readonly Notice['kind'][] = ['answered']
/** What is said on the page itself, for there is nothing else there that would show it. */
const SAID: readonly Notice['kind'][] = ['answered', 'taken', 'whisper', 'due']
const WARNS: readonly Notice['kind'][] = ['knowledge', 'promise']
/** Several of a kind at once ring once. */
const APART = 900
const lastRung = new Map<Alert, number>()

/** Of whom it tells: a customer who has given no name is called as everywhere on the desk. */
function nameOf(notice: Notice, { conversations, queue }: DeskState, texts: Texts): string {
  if ('name' in notice && notice.name !== '') return notice.name

  const id = 'conversationId' in notice ? notice.conversationId : ''
  const customer = conversations[id]?.customer ?? queue.find((entry) => entry.conversationId === id)?.customer
  return customer ? customerName(customer, texts) : texts.alerts.someone
}

function headOf(notice: Notice, name: string, texts: Texts): string {
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
  if (notice.kind === 'knowledge') return '/knowledge/versions'
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

function showOnDesktop(head: string, notice: Notice, texts: Texts, open: () => void): void {
  const body = 'text' in notice && notice.text !== '' ? formatPreview(notice.text, texts) : ''
  const shown = new Notification(head, { body, tag: placeOf(notice) })
  shown.onclick = () => {
    window.focus()
    open()
    shown.close()
  }
}

/** Sound, desktop notification, and in the window's title how much waits for me. Draws nothing. */
export function Notices() {
  const texts = useTexts()
  const desk = useDesk()
  const [, navigate] = useLocation()
  const say = useSay()

  useEffect(
    () =>
      desk.onNotice((notice) => {
        const head = headOf(notice, nameOf(notice, desk.store.get(), texts), texts)
        const alert = alertOf(notice)
        const { of, volume } = currentAlerts()
        if (WARNS.includes(notice.kind)) say.warning(head)
        if (SAID.includes(notice.kind)) say.info(head)
        if (of[alert].sound && !SILENT.includes(notice.kind)) ringFor(alert, volume)
        if (document.hidden && of[alert].desktop && isAllowed()) {
          showOnDesktop(head, notice, texts, () => navigate(placeOf(notice)))
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
