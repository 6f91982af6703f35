import type { SystemStatus } from '../../src/protocol/status.ts'
import type { Texts } from '../texts/zh.ts'

export type CheckName = keyof SystemStatus['checks']
type Level = 'good' | 'mild' | 'bad'

/** One check in words, with what to do where it is not well. `formatAt` says a time. */
export function tellCheck(
  name: CheckName,
  status: SystemStatus,
  { system }: Texts,
  formatAt: (at: number) => string,
): { readonly level: Level; readonly words: string } {
  const { checks } = status
  const level: Level = checks[name].ok ? 'good' : 'bad'
  switch (name) {
    case 'database': {
      const { milliseconds } = checks.database
      return { level, words: milliseconds === undefined ? system.databaseBad : system.database(milliseconds) }
    }
    case 'migrations': {
      const { ok, pending = [] } = checks.migrations
      return { level, words: ok ? system.migrations : system.migrationsBad(pending.join(', ')) }
    }
    case 'disk': {
      const { ok, freeBytes } = checks.disk
      if (freeBytes === undefined) return { level, words: system.diskBad }
      return { level, words: ok ? system.disk(toGigabytes(freeBytes)) : system.diskFull(toGigabytes(freeBytes)) }
    }
    case 'clock': {
      const { ok, lastTickAt } = checks.clock
      if (lastTickAt === undefined) return { level: 'mild', words: system.clockStarting }
      return { level, words: ok ? system.clock : system.clockBad(formatAt(lastTickAt)) }
    }
    case 'eventLoop': {
      const { ok, p99Milliseconds } = checks.eventLoop
      return { level, words: ok ? system.loop(p99Milliseconds) : system.loopBad(p99Milliseconds) }
    }
    case 'knowledge': {
      const { problems, version } = checks.knowledge
      if (problems > 0) return { level: 'mild', words: system.knowledgeBroken(problems) }
      return { level, words: system.knowledge(version) }
    }
  }
}

function toGigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1)
}
