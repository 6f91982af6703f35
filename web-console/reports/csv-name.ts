import type { Period } from './last-days.ts'

/** `xiaoer-bot-2026-11-22-2026-11-28.csv`; one day is named once. */
export function csvName(parts: readonly string[], { from, until }: Period): string {
  const days = from === until ? [from] : [from, until]
  return `${['xiaoer', ...parts.map(safe), ...days].join('-')}.csv`
}

/** The address of a table as CSV, with its headers in this language. */
export function csvPath(path: string, query: URLSearchParams, lang: string): string {
  const asked = new URLSearchParams(query)
  asked.set('lang', lang)
  return `${path}.csv?${asked}`
}

function safe(part: string): string {
  return part.replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
}
