/** Keeps what was worked out for the last `limit` keys: whoever asks for one of them again gets the same. */
export function createRecent<T>(limit: number): (key: string, work: () => T) => T {
  const known = new Map<string, T>()

  return (key, work) => {
    const before = known.get(key)
    if (before !== undefined) {
      // The last that was asked for is the last to go.
      known.delete(key)
      known.set(key, before)
      return before
    }
    const result = work()
    known.set(key, result)
    const [oldest] = known.keys()
    if (known.size > limit && oldest !== undefined) known.delete(oldest)
    return result
  }
}
