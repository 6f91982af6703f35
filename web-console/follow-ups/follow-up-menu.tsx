import { BellOutlined, ClockCircleOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useEffect, useState } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import type { MomentsView } from '../../src/protocol/follow-ups.ts'
import { isAltKey, isDialogOpen } from '../shell/shortcut-events.ts'
import { formatClock } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { FollowUpDialog } from './follow-up-dialog.tsx'
import { formatShopTime, useMoments } from './shop-time.ts'
import { useFollowUps } from './use-follow-ups.ts'
import './follow-ups.css'

interface FollowUpMenuProps {
  readonly conversation: DeskConversation
  readonly mine: boolean
}

/** In the thread's header: to be reminded of this customer, or to lay the conversation aside. */
export function FollowUpMenu({ conversation, mine }: FollowUpMenuProps) {
  const { followUp } = useTexts()
  const [open, setOpen] = useState(false)
  const [planning, setPlanning] = useState(false)
  const moments = useMoments(open)
  const items = useItems({ conversation, mine, moments, onPlan: () => setPlanning(true) })
  useReminderKey(() => setPlanning(true))

  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottom" open={open} onOpenChange={setOpen}>
        <Button
          className="follow-up-button"
          type={conversation.snoozedUntil === undefined ? 'text' : 'primary'}
          icon={<ClockCircleOutlined />}
          aria-label={followUp.menu}
          title={`${followUp.menu} (Alt+R)`}
        />
      </Dropdown>
      {planning ? <FollowUpDialog conversation={conversation} onClose={() => setPlanning(false)} /> : null}
    </>
  )
}

/** Alt+R, unless a dialog has the keyboard. By `event.code`: with Alt, a Mac's keys carry other letters. */
function useReminderKey(plan: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isAltKey(event) || event.code !== 'KeyR' || isDialogOpen()) return
      event.preventDefault()
      plan()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [plan])
}

const PLAIN: readonly string[] = ['half_hour', 'hour', 'reply']

interface ItemsOf extends FollowUpMenuProps {
  readonly moments: MomentsView | undefined
  readonly onPlan: () => void
}

function useItems({ conversation, mine, moments, onPlan }: ItemsOf): NonNullable<MenuProps['items']> {
  const { followUp } = useTexts()
  const { snooze, wake } = useFollowUps()
  const { id, snoozedUntil } = conversation
  const plan = { key: 'plan', icon: <BellOutlined />, label: followUp.remind, onClick: onPlan, extra: 'Alt+R' }
  if (!mine) return [plan]
  if (snoozedUntil !== undefined) {
    return [plan, { key: 'wake', icon: <ClockCircleOutlined />, label: followUp.wake, onClick: () => void wake(id) }]
  }
  const laying = (moments?.moments ?? []).map(({ choice, at }) => ({
    key: choice,
    label: followUp.moments[choice],
    // How long is said, or nobody knows when.
    extra: PLAIN.includes(choice) ? '' : <Moment at={at} timeZone={moments?.timeZone} />,
    onClick: () => void snooze(id, { choice }, moments?.timeZone),
  }))
  return [plan, { key: 'aside', type: 'group', label: followUp.snooze, children: laying }]
}

interface MomentProps {
  readonly at: number
  readonly timeZone: string | undefined
}

function Moment({ at, timeZone }: MomentProps) {
  const locale = useLocale()
  return <span className="moment">{formatShopTime(at, timeZone, locale)}</span>
}

interface SnoozedMarkProps {
  readonly conversation: DeskConversation
  /** Where the heading says already that these are laid aside. */
  readonly short?: boolean
}

/** That this one is laid aside, and until when. */
export function SnoozedMark({ conversation, short = false }: SnoozedMarkProps) {
  const { followUp } = useTexts()
  const locale = useLocale()
  const until = conversation.snoozedUntil
  if (until === undefined) return null

  const today = new Date(until).toDateString() === new Date().toDateString()
  const when = today ? formatClock(until, locale) : formatShopTime(until, undefined, locale)
  return (
    <span className="snoozed-mark">
      <ClockCircleOutlined aria-hidden /> {short ? when : followUp.until(when)}
    </span>
  )
}
