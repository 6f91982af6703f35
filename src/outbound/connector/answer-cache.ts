import type { Clock } from '../../ports/world.ts'

const MOST_ANSWERS = 5000

/** Remembers answers for a while, the least used go first; who asks for what is on its way already waits for that. */
export interface AnswerCache {
  through<T>(key: string, ttl: number, pull: () => Promise<T>): Promise<T>
}

export function createAnswerCache(clock: Clock): AnswerCache {
  // A Map keeps the order of insertion: what is used is put in anew, so the least used stand first.
  const kept = new Map<string, { readonly answer: unknown; readonly until: number }>()
  const coming = new Map<string, Promise<unknown>>()

  const keep = (key: string, answer: unknown, until: number) => {
    kept.delete(key)
    kept.set(key, { answer, until })
    for (const [oldest, entry] of kept) {
      if (kept.size <= MOST_ANSWERS && entry.until > clock.now()) break
      kept.delete(oldest)
    }
  }

  return {
    through: <T>(key: string, ttl: number, pull: () => Promise<T>): Promise<T> => {
      const found = kept.get(key)
      if (found && found.until > clock.now()) {
        keep(key, found.answer, found.until)
        return Promise.resolve(found.answer as T)
      }
      const onItsWay = coming.get(key)
      if (onItsWay !== undefined) return onItsWay as Promise<T>

      const pulled = pull()
        .then((answer) => {
          keep(key, answer, clock.now() + ttl)
          return answer
        })
        .finally(() => coming.delete(key))
      coming.set(key, pulled)
      return pulled
    },
  }
}
