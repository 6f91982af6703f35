import { maskText } from '../domain/mask-text.ts'

/** Fields whose whole value is somebody's own business, whoever logs them. Compared without case, `-` and `_`. */
const PRIVATE = new Set([
  ...['phone', 'mobile', 'tel', 'telephone', 'address', 'street', 'email', 'receiver', 'recipient'],
  ...['text', 'words', 'password', 'token', 'secret', 'authorization', 'cookie', 'visitortoken', 'identity'],
])
const HIDDEN = '***'

/** Objects deeper than this say nothing to whoever reads a log. */
const DEEPEST = 6

/** What may be written to a log of what somebody wanted to write there. Ids stay: they lead to whom the record is shown to. */
export function maskFields(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (depth === DEEPEST) return HIDDEN
  if (Array.isArray(value)) return value.map((one) => maskFields(one, depth + 1))

  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isPrivate(name) ? hide(inner) : maskFields(inner, depth + 1)]),
  )
}

function isPrivate(name: string): boolean {
  return PRIVATE.has(name.toLowerCase().replace(/[-_]/g, ''))
}

function hide(value: unknown): unknown {
  return value === undefined || value === null ? value : HIDDEN
}
