import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

interface CountedProps {
  readonly read: { readonly countedUntil: number; readonly behind: number }
  /** What stands before it on the line. */
  readonly lead?: string
}

/** Up to when everything is in the figures. */
export function Counted({ read, lead }: CountedProps) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const until = words.countedUntil(formatMoment(read.countedUntil, locale))
  const parts = [lead, until, read.behind > 0 ? words.behind(read.behind) : undefined]
  return <p className="counted">{parts.filter((part) => part !== undefined).join(' · ')}</p>
}
