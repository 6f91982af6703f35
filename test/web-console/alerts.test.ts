import { expect, it } from 'vitest'
import { alertOf, parseAlerts, USUAL_ALERTS } from '../../web-console/live/alerts.ts'

it('has the usual alerts where none were kept, or nothing usable', () => {
  expect([null, '', 'no JSON', '[]', '7', '{"of":3,"volume":900}'].map(parseAlerts)).toEqual(
    Array.from({ length: 6 }, () => USUAL_ALERTS),
  )
})

it('keeps what was chosen, and has the usual for what was not there to be chosen', () => {
  const kept = parseAlerts('{"volume":0,"of":{"queue":{"sound":true},"message":{"sound":false,"desktop":"yes"}}}')

  expect(kept.volume).toBe(0)
  expect(kept.of.queue).toEqual({ sound: true, desktop: false })
  expect(kept.of.message).toEqual({ sound: false, desktop: true })
  expect(kept.of.promise).toEqual(USUAL_ALERTS.of.promise)
})

it('puts offers, transfers and what is taken away under one switch', () => {
  const about = { conversationId: 'c1', name: '', text: '' }
  const kinds = ['offered', 'transfer', 'taken'] as const

  expect(kinds.map((kind) => alertOf({ kind, ...about }))).toEqual(['offer', 'offer', 'offer'])
})
