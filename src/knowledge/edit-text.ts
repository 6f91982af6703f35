import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../domain/errors.ts'
import type { YamlEdit } from '../ports/knowledge-editing.ts'
import { type Opened, openDocument } from './open-document.ts'
import { applyEdit } from './scribe/apply-edit.ts'
import { change, replace } from './scribe/change.ts'
import { applySplices } from './scribe/lines.ts'
import { styleOf } from './scribe/style.ts'
import { rangeOf } from './scribe/tokens.ts'
import type { Route, Spot, Work } from './scribe/work.ts'

/** A list in a new order takes a pass of its own, and so does each list within. */
const MOST_PASSES = 6
const MOST_ANCHORS = 20

/** Carries out edits one after the other; whatever they do not touch stays as it is written, to the last blank. */
export function editText(text: string, edits: readonly YamlEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  return mark + edits.reduce(editOnce, text.slice(mark.length))
}

/** The text as plain data. */
export function readText(text: string): unknown {
  return openText(text).data
}

/** Throws `knowledge_unreadable`, with the place. */
export function openText(text: string): Opened {
  const opened = openDocument(text, { sources: true })
  if ('faults' in opened) throw new AppError('knowledge_unreadable', { message: faultLine(opened) })
  return opened
}

function faultLine({ lines, faults }: Exclude<ReturnType<typeof openDocument>, Opened>): string {
  const [fault] = faults
  if (!fault) return 'This is no YAML.'
  const { line, col } = fault.offset === 0 ? { line: 1, col: 1 } : lines.linePos(fault.offset)
  return `${line}:${col} ${fault.cause.en} → ${fault.mend.en}`
}

function editOnce(text: string, edit: YamlEdit): string {
  const wanted = applyEdit(openText(text).data, edit)
  if (!wanted) throw new AppError('knowledge_unreadable', { message: `There is no such place: ${toPlace(edit)}` })
  const done = rewrite(text, wanted.data, wanted.route)
  if (done === undefined) throw new AppError('knowledge_unreadable', { message: `Edit this by hand: ${toPlace(edit)}` })
  return done
}

function toPlace({ path }: YamlEdit): string {
  return path.map((step) => (typeof step === 'object' ? step.id : step)).join('.')
}

/** Undefined where the text cannot be made to say this. */
function rewrite(text: string, data: unknown, route: Route): string | undefined {
  const ends = text.endsWith('\n') || text === ''
  let now = ends ? text : text + eolOf(text)
  for (let tries = 0; tries < MOST_ANCHORS; tries += 1) {
    const done = inPasses(now, data, route)
    if (typeof done === 'string') return ends ? done : done.replace(/\r?\n$/, '')
    // What others refer to has gone, or comes after them now: they get it in words, and it is tried again.
    const opened = openDocument(now, { sources: true })
    if (!done || 'faults' in opened) return undefined
    const spread = onePass(now, opened, { data: opened.data, leaving: new Set([done.dead]) })
    if (spread === undefined || spread === now) return undefined
    now = spread
  }
  return undefined
}

function inPasses(text: string, data: unknown, route: Route): string | { readonly dead: string } | undefined {
  let now = text
  for (let pass = 0; pass <= MOST_PASSES; pass += 1) {
    const opened = openDocument(now, { sources: true })
    if ('faults' in opened) {
      const dead = /^\*([^\s,[\]{}]+)/.exec(now.slice(opened.faults[0]?.offset))?.[1]
      return dead === undefined ? undefined : { dead }
    }
    if (isDeepStrictEqual(opened.data ?? undefined, data ?? undefined)) return now
    const next = onePass(now, opened, { data, route: pass === 0 ? route : undefined })
    if (next === undefined || next === now) return undefined
    now = next
  }
  return undefined
}

interface Pass {
  readonly data: unknown
  readonly route?: Route | undefined
  readonly leaving?: ReadonlySet<string>
}

function onePass(text: string, { document }: Opened, { data, route, leaving = new Set() }: Pass): string | undefined {
  const work: Work = { text, document, style: styleOf(document, text), splices: [], leaving }
  const [from, end] = rangeOf(document.contents) ?? [text.length, text.length]
  const spot: Spot = { kind: 'root', from, end, column: 0, used: 0, key: '' }
  if (from === end) replace(work, spot, data)
  else change(work, spot, { node: document.contents, value: data, route })
  const done = applySplices(text, work.splices)
  return eolOf(text) === '\n' ? done : done?.replace(/\r?\n/g, '\r\n')
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
