import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createScribe } from '../../src/knowledge/scribe.ts'
import type { YamlEdit } from '../../src/ports/knowledge-editing.ts'
import { readDemoFiles } from './demo-files.ts'

const scribe = createScribe({ folder: 'intents' })
type Step = string | number
interface Place {
  readonly path: readonly Step[]
  readonly value: unknown
}

/** Everything in a file that an edit may be about. */
function placesIn(value: unknown, path: readonly Step[] = []): readonly Place[] {
  const below: readonly (readonly [Step, unknown])[] = Array.isArray(value)
    ? value.map((one, n) => [n, one] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : []
  return [{ path, value }, ...below.flatMap(([step, one]) => placesIn(one, [...path, step]))]
}

const words = fc.oneof(
  fc.constantFrom(
    '好的',
    'a: b',
    '- x',
    '# y',
    '{{ shop.cutoff }} 前',
    '[1]',
    "it's",
    '"q"',
    'yes',
    '12',
    '12:30',
    'null',
    '~',
    ' lead',
  ),
  fc.constantFrom(
    'one\ntwo',
    'one\n\ntwo\n',
    '一\n  二',
    'tail\n\n',
    'a, b',
    '*x',
    '&y',
    '!z',
    '%w',
    '@v',
    '?',
    ':',
    '中文：全角',
    'tab\there',
  ),
  fc.string({ maxLength: 20 }).filter((text) => !/[\uD800-\uDFFF\uFEFF]/.test(text)),
)
const scalars = fc.oneof(
  words,
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
)
const values = fc.oneof(
  { weight: 4, arbitrary: scalars },
  { weight: 2, arbitrary: fc.array(scalars, { maxLength: 6 }) },
  fc.dictionary(fc.constantFrom('zh', 'en', 'say', 'clock.before', 'from', 'a b'), scalars, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  fc.array(fc.record({ say: words, next: fc.array(words, { maxLength: 2 }) }), { maxLength: 2 }),
)

/** What edits do to plain data, said as simply as can be. */
function applied(
  data: unknown,
  { path, value }: { readonly path: readonly Step[]; readonly value?: unknown },
): unknown {
  // What is referred to (`*name`) is one object at several places.
  const copy = JSON.parse(JSON.stringify({ root: data })) as { root: unknown }
  let at = copy as unknown as Record<Step, unknown>
  const steps: readonly Step[] = ['root', ...path]
  for (const step of steps.slice(0, -1)) at = at[step] as Record<Step, unknown>
  const last = steps.at(-1) ?? 'root'
  if (value !== undefined) at[last] = value
  else if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete at[last]
  return copy.root
}

function reordered(list: readonly unknown[], turn: number): readonly unknown[] {
  const cut = turn % Math.max(1, list.length)
  return [...list.slice(cut), ...list.slice(0, cut)]
}

/** An edit of something that is there: another value, none, one more in a list, another order. */
function someEdit(
  places: readonly Place[],
  [pick, kind, value]: readonly [number, number, unknown],
): YamlEdit & { path: readonly Step[] } {
  const below = places.slice(1)
  const lists = below.filter((one) => Array.isArray(one.value))
  const list = lists[pick % Math.max(1, lists.length)]
  const any = below[pick % below.length]
  if (!any) return { path: ['intents'], value: [] }
  if (kind === 0) return { path: any.path }
  if (kind === 1 && list && Array.isArray(list.value)) return { path: [...list.path, list.value.length], value }
  if (kind === 2 && list && Array.isArray(list.value)) return { path: list.path, value: reordered(list.value, pick) }
  if (kind === 3 && list && Array.isArray(list.value))
    return { path: list.path, value: list.value.filter((_, n) => (pick >> (n % 20)) % 2 === 0) }
  return { path: any.path, value }
}

function commentsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim().startsWith('#'))
}

let files: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  files = await readDemoFiles()
})

describe('any edits of any file of the demo shop', () => {
  it('read back as what was wanted, and leave all other lines as they were', () => {
    const paths = Object.keys(files)
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), values), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.nat({ max: paths.length - 1 }), edits, fc.boolean(), (n, wishes, crlf) => {
        const path = paths[n] ?? ''
        let text = crlf ? (files[path] ?? '').replaceAll('\n', '\r\n') : (files[path] ?? '')
        for (const wish of wishes) {
          const before = scribe.read(text)
          const edit = someEdit(placesIn(before), wish)
          const after = scribe.edit(text, [edit])

          expect(scribe.read(after)).toEqual(applied(before, edit))
          // What leans on something that goes (`&name`, `*name`) is written out wherever it stands.
          if (!/[:-] &\w/.test(text)) keepsTheRest(text, after, edit)
          text = after
        }
      }),
      { numRuns: Number(process.env['EDITS'] ?? 12) },
    )
  }, 300_000)
})

/** Lines outside of the entry of the file that was edited stand as they stood, in the order in which they stood. */
function keepsTheRest(before: string, after: string, { path }: { readonly path: readonly Step[] }): void {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < old.length && tail < now.length && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const [from, until] = linesOf(before, path)

  expect(head).toBeGreaterThanOrEqual(from)
  expect(old.length - tail).toBeLessThanOrEqual(until)
  expect(commentsOf(after).length).toBeGreaterThanOrEqual(
    commentsOf(before).length - commentsOf(old.slice(from, until).join('\n')).length,
  )
}

/** The lines of the entry of a list, or else of the section, that a path leads into, with what stands around it. */
function linesOf(text: string, path: readonly Step[]): readonly [number, number] {
  const [section, index] = path
  const lines = text.split('\n')
  const starts = lines.flatMap((line, n) => (line.startsWith(`${section}:`) ? [n] : []))
  const from = starts[0] ?? 0
  const next = lines.findIndex((line, n) => n > from && /^[\w]/.test(line))
  const until = next < 0 ? lines.length : next + 1
  if (typeof index !== 'number' || path.length < 3) return [from, until]
  const dashes = lines.flatMap((line, n) => (n > from && n < until && line.startsWith('  - ') ? [n] : []))
  return [dashes[index] ?? from, dashes[index + 1] ?? until]
}
