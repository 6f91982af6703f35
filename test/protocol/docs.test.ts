import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/domain/errors.ts'
import { HANDOFF_REASONS } from '../../src/domain/handoff.ts'
import type { WireEvent } from '../../src/protocol/common.ts'
import { HandoffReasonName } from '../../src/protocol/console.ts'
import { CONSOLE_CLIENT_EVENTS, CONSOLE_SERVER_EVENTS } from '../../src/protocol/console-events.ts'
import { CSRF_HEADER, ErrorBody, HTTP_ROUTES, SESSION_COOKIE } from '../../src/protocol/http.ts'
import { WIDGET_CLIENT_EVENTS, WIDGET_SERVER_EVENTS, WidgetHandshake } from '../../src/protocol/widget.ts'
import {
  type Described,
  describeSent,
  describeShape,
  findShape,
  isScalar,
  scalarOf,
  shapesIn,
} from './describe-schema.ts'
import { cellsIn, chapterOf, readDoc, sectionsOf } from './read-doc.ts'

const doc = readDoc('protocol.md')
const CHAPTERS: readonly (readonly [title: string, registry: Readonly<Record<string, WireEvent>>])[] = [
  ['Widget: from the server', WIDGET_SERVER_EVENTS],
  ['Widget: from the client', WIDGET_CLIENT_EVENTS],
  ['Console: from the server', CONSOLE_SERVER_EVENTS],
  ['Console: from the client', CONSOLE_CLIENT_EVENTS],
]
const events = CHAPTERS.flatMap(([chapter, registry]) =>
  Object.entries(registry).map(([name, event]) => [chapter, name, event] as const),
)
type Route = (typeof HTTP_ROUTES)[keyof typeof HTTP_ROUTES]
const ROUTE_PARTS = { query: 'Query', body: 'Body', reply: 'Reply' } as const

function partsOf(route: Route): Readonly<Record<string, Described>> {
  return Object.fromEntries(
    Object.entries(route).map(([key, schema]) => [ROUTE_PARTS[key as keyof typeof ROUTE_PARTS], describeSent(schema)]),
  )
}

describe('docs/protocol.md on events', () => {
  it.each(CHAPTERS)('names under "%s" every event of the code and no other', (chapter, registry) => {
    expect([...sectionsOf(chapterOf(doc, chapter)).keys()].toSorted()).toEqual(Object.keys(registry).toSorted())
  })

  it.each(events)('tells under "%s" every field of %s with its type, and no other', (chapter, name, event) => {
    expect(sectionsOf(chapterOf(doc, chapter)).get(name)?.parts).toEqual({
      Payload: describeSent(event.payload),
      ...(event.ack && { Acknowledgement: describeSent(event.ack) }),
    })
  })
})

describe('docs/protocol.md on HTTP', () => {
  const sections = sectionsOf(chapterOf(doc, 'HTTP'))

  it('names every route of the code and no other', () => {
    expect([...sections.keys()].toSorted()).toEqual(Object.keys(HTTP_ROUTES).toSorted())
  })

  it.each(Object.entries(HTTP_ROUTES))('tells what %s takes and replies', (name, route) => {
    expect(sections.get(name)?.parts).toEqual(partsOf(route))
  })

  it('names the cookie and the header', () => {
    expect(chapterOf(doc, 'HTTP')).toContain(`\`${SESSION_COOKIE}\``)
    expect(chapterOf(doc, 'HTTP')).toContain(`\`${CSRF_HEADER}\``)
  })
})

describe('docs/protocol.md on shapes', () => {
  const chapter = chapterOf(doc, 'Shapes')
  const sections = sectionsOf(chapter)
  const sent = [
    WidgetHandshake,
    ErrorBody,
    ...events.flatMap(([, , { payload, ack }]) => [payload, ack]),
    ...Object.values(HTTP_ROUTES).flatMap((route) => Object.values(route)),
  ]
  const names = new Set(sent.flatMap((schema) => [...shapesIn(schema)]))
  const scalars = [...names].filter(isScalar).toSorted()
  const shapes = [...names].filter((name) => !isScalar(name)).toSorted()

  it('has one for every shape that is sent and no other', () => {
    expect(shapes.length).toBeGreaterThan(30)
    expect([...sections.keys()].toSorted()).toEqual(shapes)
  })

  it.each(shapes)('tells every field of %s with its type, and no other', (name) => {
    const schema = findShape(name)

    expect(sections.get(name)?.rows).toEqual(schema && describeShape(schema))
  })

  it('tells what the simple ones may hold', () => {
    const rows = cellsIn(chapter.split('### ')[0] ?? '').map(([name, type]) => [name, type])

    expect(rows.toSorted()).toEqual(scalars.map((name) => [`\`${name}\``, `\`${scalarOf(findShape(name))}\``]))
  })

  it('knows every reason for a handoff', () => {
    expect(HandoffReasonName.options).toEqual(HANDOFF_REASONS)
  })
})

describe('docs/errors.md', () => {
  it('lists every code with its status and message, in the order of the code, and says when and what to do', () => {
    const rows = cellsIn(readDoc('errors.md'))

    expect(rows.map((row) => row.slice(0, 3))).toEqual(
      Object.entries(ERROR_CODES).map(([code, { status, message }]) => [`\`${code}\``, String(status), message]),
    )
    expect(rows.filter((row) => row.length !== 5 || row.some((cell) => cell.length < 3))).toEqual([])
  })

  it('lists every code with which docs/protocol.md says that something is refused', () => {
    const chapters = [...CHAPTERS.map(([title]) => title), 'HTTP'].map((title) => sectionsOf(chapterOf(doc, title)))
    const refused = new Set(chapters.flatMap((sections) => [...sections.values()].flatMap((one) => one.refused)))

    expect(refused.size).toBeGreaterThan(15)
    expect([...refused].filter((code) => !(code in ERROR_CODES))).toEqual([])
  })
})
