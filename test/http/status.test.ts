import { expect, it } from 'vitest'
import { SystemStatus } from '../../src/protocol/status.ts'
import { cookieOf, startTestApp } from '../support/test-app.ts'

it('tells supervisors and owners how the server is, and nobody else', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  await app.say(session, '转人工')
  const read = async (role: 'agent' | 'supervisor' | 'owner') =>
    fetch(`${url}/api/v1/status`, { headers: { cookie: await cookieOf(app, await app.agent('Mina', { role })) } })

  const answers = await Promise.all([read('supervisor'), read('owner'), read('agent'), fetch(`${url}/api/v1/status`)])
  const status = SystemStatus.strict().parse(await answers[0]?.json())

  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 403, 401])
  expect(status.checks).toMatchObject({ database: { ok: true }, migrations: { ok: true }, knowledge: { problems: 0 } })
  expect(status.numbers).toMatchObject({
    answered: 1,
    handedOff: 1,
    otherReplies: 0,
    waiting: 1,
    assigned: 0,
    visitors: 0,
    notStored: 0,
  })
  expect(status.numbers.stored).toBeGreaterThanOrEqual(4)
  expect(status.numbers.understoodWithin).toBeGreaterThan(0)
  expect(status.numbers.acknowledgedWithin).toBeUndefined()
})
