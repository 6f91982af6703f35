import type { Texts } from './zh.ts'

/** How long someone has been waiting, in one unit. */
export function formatWait(milliseconds: number, texts: Texts): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 120) return texts.ago.seconds(seconds)
  if (seconds < 7200) return texts.ago.minutes(Math.floor(seconds / 60))
  if (seconds < 172_800) return texts.ago.hours(Math.floor(seconds / 3600))
  return texts.ago.days(Math.floor(seconds / 86_400))
}

/** `45 秒`, `3分20秒`: to the second, as long as seconds matter. */
export function formatCount(milliseconds: number, texts: Texts): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return texts.ago.seconds(seconds)
  if (seconds < 3600) return texts.clock.minutesSeconds(Math.floor(seconds / 60), seconds % 60)
  return formatWait(milliseconds, texts)
}

/** A stretch of time in words: `90 秒`, `2 分钟`. */
export function formatSpan(milliseconds: number, texts: Texts): string {
  const seconds = Math.round(milliseconds / 1000)
  return seconds % 60 === 0 ? texts.clock.minutes(seconds / 60) : texts.ago.seconds(seconds)
}
