import { createLog } from '../../src/app/log.ts'
import type { Log } from '../../src/ports/world.ts'

export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly [field: string]: unknown
}

/** The real log, down to `debug`, written into a list. */
export function keepLog(): { readonly log: Log; lines(): readonly LogLine[]; written(): string } {
  let text = ''
  const log = createLog('debug', {
    write: (line: string) => {
      text += line
    },
  })
  return {
    log,
    written: () => text,
    lines: () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LogLine),
  }
}
