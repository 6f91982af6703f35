import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Locale } from '../../domain/localized-text.ts'
import { pick } from '../words.ts'
import type { Fault } from './draft.ts'

/** More than this on a screen helps nobody; `--errors` has them all. */
const SHOWN = 100

export interface Report {
  /** Notes what is wrong with one line, or with the rows that begin on it, and what it said. */
  add(line: number, faults: readonly Fault[], data: unknown): void
  failed(): number
  /** Prints what is wrong, in the order of the file, and finishes the file of errors. */
  close(): Promise<void>
}

/** `orders.csv:3 items.quantity 「2.5」不对 → 写整数`, and all of it as NDJSON where that is asked for. */
export function createReport(file: string, locale: Locale, errorsFile: string | undefined): Report {
  const out = errorsFile === undefined ? undefined : createWriteStream(errorsFile)
  // A stream that fails before anybody waits for it would end the process.
  const written = out && finished(out)
  written?.catch(() => undefined)
  const shown: { readonly line: number; readonly text: string }[] = []
  let failed = 0
  let count = 0
  return {
    add: (_line, faults, data) => {
      failed += 1
      for (const { place, cause, mend } of faults) {
        count += 1
        if (shown.length < SHOWN) {
          const where = place.field === '' ? '' : ` ${place.field}`
          shown.push({ line: place.line, text: `✗ ${file}:${place.line}${where} ${cause[locale]} → ${mend[locale]}` })
        }
        out?.write(
          `${JSON.stringify({ line: place.line, path: place.field, cause: cause[locale], mend: mend[locale], data })}\n`,
        )
      }
    },
    failed: () => failed,
    close: async () => {
      for (const { text } of shown.toSorted((one, other) => one.line - other.line)) console.error(text)
      if (count > SHOWN) console.error(moreText(locale, count - SHOWN, errorsFile))
      out?.end()
      await written
    },
  }
}

function moreText(locale: Locale, more: number, errorsFile: string | undefined): string {
  if (errorsFile !== undefined)
    return pick(locale, `… 还有 ${more} 处，见 ${errorsFile}`, `… ${more} more in ${errorsFile}`)
  return pick(
    locale,
    `… 还有 ${more} 处；加 --errors out.ndjson 写下全部`,
    `… ${more} more; --errors out.ndjson writes them all`,
  )
}
