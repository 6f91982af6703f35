import { expect, it } from 'vitest'
import { startTestApp } from '../support/test-app.ts'

const HOUR = 3_600_000
/** Forwards, backwards, and by a night's change to summer time and back. */
const JUMPS = [HOUR, -2 * HOUR, HOUR, -HOUR, 24 * HOUR, -24 * HOUR]

it('keeps order, one answer each, and every time at or after the one before, however the clock jumps', async () => {
  await using app = await startTestApp()
  const session = await app.visitor()
  const updated: number[] = []

  for (const jump of JUMPS) {
    for (const text of ['包邮吗', '什么时候发货']) await app.say(session, text)
    updated.push((await app.deps.storage.conversations.find(session.conversation.id))?.updatedAt ?? 0)
    app.clock.advance(jump)
  }

  const history = await app.transcript(session)
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1))
  expect(history.flatMap(({ explanation }) => explanation?.heardSeq ?? [])).toEqual(
    history.filter(({ author }) => author.kind === 'customer').map(({ seq }) => seq),
  )
  expect(updated).toEqual(updated.toSorted((a, b) => a - b))
})
