import { expect, it } from 'vitest'
import type { MessageSearch } from '../../src/protocol/messages.ts'
import { cookieOf, startTestApp } from '../support/test-app.ts'

it('finds words in a conversation for the people of the shop only', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const session = await app.visitor()
  await app.say(session, '你们家的独角兽玩偶是纯棉的吗')
  await app.say(session, '包邮吗')
  const path = `${url}/api/v1/conversations/${session.conversation.id}/search`
  const headers = { cookie: await cookieOf(app, await app.agent('Mina')) }
  const ask = (query: string) => fetch(`${path}?${query}`, { headers })

  const found = (await (await ask(`q=${encodeURIComponent('独角兽')}`)).json()) as MessageSearch
  const nothing = (await (await ask('q=%25')).json()) as MessageSearch
  const refused = [
    await fetch(`${path}?q=x`),
    await ask('q='),
    await fetch(`${path.replace(session.conversation.id, 'none')}?q=x`, { headers }),
  ]

  expect(found.hits).toMatchObject([{ seq: 1, author: { kind: 'customer' }, text: '你们家的独角兽玩偶是纯棉的吗' }])
  expect(found.more).toBe(false)
  expect(nothing.hits).toEqual([])
  expect(refused.map(({ status }) => status)).toEqual([401, 400, 404])
})
