import type { Locale } from '../domain/localized-text.ts'
import { pick } from './words.ts'

const WIDTH = 30
const EVERY_MILLISECONDS = 100
const EVERY_ROWS = 10_000

export interface Progress {
  /** How far the file is read, from 0 to 1, and how many are done. */
  show(share: number, rows: number): void
  /** Makes room for what is printed next. */
  end(): void
}

/** A bar where somebody looks at a terminal; else a line now and then, for a log. */
export function createProgress(out: NodeJS.WriteStream, locale: Locale): Progress {
  return out.isTTY ? bar(out, locale) : lines(out, locale)
}

function bar(out: NodeJS.WriteStream, locale: Locale): Progress {
  let last = 0
  let shown = false
  return {
    show: (share, rows) => {
      const now = Date.now()
      if (now - last < EVERY_MILLISECONDS) return
      last = now
      shown = true
      const full = Math.round(share * WIDTH)
      const percent = String(Math.floor(share * 100)).padStart(3)
      out.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent} %  ${rows} ${pick(locale, '条', 'done')} `)
    },
    end: () => {
      if (shown) out.write(`\r${' '.repeat(WIDTH + 30)}\r`)
    },
  }
}

function lines(out: NodeJS.WriteStream, locale: Locale): Progress {
  let told = 0
  return {
    show: (share, rows) => {
      if (rows - told < EVERY_ROWS) return
      told = rows
      out.write(
        pick(
          locale,
          `已读 ${Math.floor(share * 100)} %，${rows} 条\n`,
          `${Math.floor(share * 100)} % read, ${rows} done\n`,
        ),
      )
    },
    end: () => undefined,
  }
}
