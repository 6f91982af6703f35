/**
 * Whether a text anywhere in a value holds the character NUL, which no person types and PostgreSQL cannot store. It walks without
 * recursion: how deep a value is nested is up to whoever sent it.
 */
export function holdsNul(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string') {
      if (one.includes('\0')) return true
    } else if (typeof one === 'object' && one !== null && !ArrayBuffer.isView(one)) {
      left.push(...Object.keys(one), ...Object.values(one))
    }
  }
  return false
}
