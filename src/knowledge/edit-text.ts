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

/** A text, and what it was read as: to read is what takes time. */
interface Sheet {
  readonly text: string
  readonly opened: Opened
}

/** Carries out edits one after the other; whatever they do not touch stays as it is written, to the last blank. */
export function editText(text: string, edits: readonly YamlEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const bare = text.slice(mark.length)
  // While it is edited, every line has an end.
  const ends = bare.endsWith('\n') || bare === ''
  const whole = ends ? bare : bare + eolOf(bare)
  const done = edits.reduce(editOnce, { text: whole, opened: openText(whole) }).text
  return mark + (ends ? done : done.replace(/\r?\n$/, ''))
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

function editOnce(sheet: Sheet, edit: YamlEdit): Sheet {
  const wanted = applyEdit(sheet.opened.data, edit)
  if (!wanted) throw new AppError('knowledge_unreadable', { message: `There is no such place: ${toPlace(edit)}` })
  const done = rewrite(sheet, wanted.data, wanted.route)
  if (done === undefined) throw new AppError('knowledge_unreadable', { message: `Edit this by hand: ${toPlace(edit)}` })
  return done
}

function toPlace({ path }: YamlEdit): string {
  return path.map((step) => (typeof step === 'object' ? step.id : step)).join('.')
}

/** Undefined where the text cannot be made to say this. */
function rewrite(sheet: Sheet, data: unknown, route: Route): Sheet | undefined {
  let now = sheet
  for (let tries = 0; tries < MOST_ANCHORS; tries += 1) {
    const done = inPasses(now, data, route)
    if (!done || 'opened' in done) return done
    // What others refer to has gone, or comes after them now: they get it in words, and it is tried again.
    const text = onePass(now, { data: now.opened.data, leaving: new Set([done.dead]) })
    const opened = text === undefined ? undefined : openDocument(text, { sources: true })
    if (text === undefined || text === now.text || !opened || 'faults' in opened) return undefined
    now = { text, opened }
  }
  return undefined
}

/** The text that says this, or the anchor that is missed on the way. */
function inPasses(sheet: Sheet, data: unknown, route: Route): Sheet | { readonly dead: string } | undefined {
  let now = sheet
  for (let pass = 0; pass <= MOST_PASSES; pass += 1) {
    if (isDeepStrictEqual(now.opened.data ?? undefined, data ?? undefined)) return now
    const text = onePass(now, { data, route: pass === 0 ? route : undefined })
    if (text === undefined || text === now.text) return undefined
    const opened = openDocument(text, { sources: true })
    if ('faults' in opened) {
      const dead = /^\*([^\s,[\]{}]+)/.exec(text.slice(opened.faults[0]?.offset))?.[1]
      return dead === undefined ? undefined : { dead }
    }
    now = { text, opened }
  }
  return undefined
}

interface Pass {
  readonly data: unknown
  readonly route?: Route | undefined
  readonly leaving?: ReadonlySet<string>
}

function onePass(
  { text, opened: { document } }: Sheet,
  { data, route, leaving = new Set() }: Pass,
): string | undefined {
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
