import { FlagFilled } from '@ant-design/icons'
import type { ClockView, DeskConversation } from '../../src/protocol/console.ts'
import { useNow } from '../shell/use-now.ts'
import { waitLevel } from '../state/service-clock.ts'
import { formatMoment } from '../texts/format.ts'
import { formatCount, formatSpan } from '../texts/format-wait.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'

/** A promise for a later day than this is named by its moment: closing times lie between. */
const SOON = 3_600_000

/** How long a customer has been waiting for a person; deepens in colour, with a flag once a promise is broken. */
export function WaitClock({ clock }: { readonly clock: ClockView }) {
  const texts = useTexts()
  const title = useClockWords(clock)
  const now = useNow()
  const broken = clock.dueAt !== undefined && now >= clock.dueAt
  return (
    <span className={`wait wait-${waitLevel(clock, now)}`} title={title}>
      {broken ? <FlagFilled className="wait-flag" aria-label={texts.clock.broken} /> : null}
      {formatCount(now - clock.since, texts)}
    </span>
  )
}

/** `等待 1分20秒 · 承诺 2 分钟内回复，还剩 40 秒` */
export function useClockWords({ since, dueAt }: ClockView): string {
  const texts = useTexts()
  const locale = useLocale()
  const now = useNow()
  const { clock } = texts
  const waits = texts.row.waits(formatCount(now - since, texts))
  if (dueAt === undefined) return waits

  const promised =
    dueAt - since <= SOON ? clock.within(formatSpan(dueAt - since, texts)) : clock.by(formatMoment(dueAt, locale))
  return `${waits} · ${promised}${texts.comma}${leftWords(dueAt, now, texts)}`
}

function leftWords(dueAt: number, now: number, texts: Texts): string {
  const { clock } = texts
  return now < dueAt ? clock.left(formatCount(dueAt - now, texts)) : clock.over(formatCount(now - dueAt, texts))
}

/** By when the whole matter is to be resolved; silent while most of that time is left. */
export function ResolveClock({ conversation }: { readonly conversation: DeskConversation }) {
  const texts = useTexts()
  const locale = useLocale()
  const now = useNow()
  const { resolveBy, resolveWarnAt } = conversation
  if (resolveBy === undefined || now < (resolveWarnAt ?? resolveBy)) return null

  const { clock } = texts
  const over = now >= resolveBy
  const text = over
    ? clock.resolveOver(formatCount(now - resolveBy, texts))
    : clock.resolveLeft(formatCount(resolveBy - now, texts))
  const title = `${clock.resolveBy(formatMoment(resolveBy, locale))}${texts.comma}${leftWords(resolveBy, now, texts)}`
  return (
    <span className={over ? 'wait wait-4' : 'wait wait-2'} title={title}>
      {text}
    </span>
  )
}
