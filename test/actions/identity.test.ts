import { expect, it } from 'vitest'
import { startSession } from '../../src/actions/customers/start-session.ts'
import { readRecord } from '../../src/actions/desk/read-desk.ts'
import { signIdentity } from '../../src/security/tokens.ts'
import { IDENTITY_SECRET, startTestApp } from '../support/test-app.ts'

const lin = { shopId: 'u-1', name: '林晓雨', phone: '13800001111' }

it('knows a browser again by its token', async () => {
  await using app = await startTestApp()
  const first = await app.visitor()
  await app.say(first, '包邮吗')

  const again = await startSession(app.deps, { visitorToken: first.visitorToken, locale: 'zh' })

  expect(again.customer.id).toBe(first.customer.id)
  expect(again.conversation).toMatchObject({ id: first.conversation.id, lastSeq: 2 })
})

it('begins a new record for a token that somebody made up', async () => {
  await using app = await startTestApp()
  const first = await app.visitor()

  const forged = await startSession(app.deps, { visitorToken: `${first.visitorToken.slice(0, -2)}xx`, locale: 'zh' })

  expect(forged.customer.id).not.toBe(first.customer.id)
})

it('merges the anonymous record into the one that the shop knows, and loses nothing', async () => {
  await using app = await startTestApp()
  const identity = await signIdentity(IDENTITY_SECRET, lin)
  const phone = await startSession(app.deps, { identity, locale: 'zh' })
  await app.say(phone, '包邮吗')
  const laptop = await app.visitor()
  await app.say(laptop, '什么时候发货')

  const known = await startSession(app.deps, { visitorToken: laptop.visitorToken, identity, locale: 'zh' })

  expect(known.customer).toMatchObject({ id: phone.customer.id, name: '林晓雨', verified: true })
  const { conversations } = await readRecord(app.deps, laptop.customer.id)
  expect(conversations.map(({ conversation }) => conversation.id).toSorted()).toEqual(
    [phone.conversation.id, laptop.conversation.id].toSorted(),
  )
})

it('keeps two customers apart who share a browser', async () => {
  await using app = await startTestApp()
  const first = await startSession(app.deps, { identity: await signIdentity(IDENTITY_SECRET, lin), locale: 'zh' })
  const other = await signIdentity(IDENTITY_SECRET, { shopId: 'u-2', name: '陈浩' })

  const second = await startSession(app.deps, { visitorToken: first.visitorToken, identity: other, locale: 'zh' })

  expect(second.customer.id).not.toBe(first.customer.id)
  expect((await readRecord(app.deps, first.customer.id)).customer.name).toBe('林晓雨')
})

it('refuses an identity that another secret has signed', async () => {
  await using app = await startTestApp()
  const identity = await signIdentity('another secret of thirty-two letters', lin)

  await expect(startSession(app.deps, { identity, locale: 'zh' })).rejects.toMatchObject({ code: 'identity_invalid' })
})

it('lets nobody be a verified customer by an old token alone, where signed identities are enforced', async () => {
  await using app = await startTestApp({ environment: { XIAOER_IDENTITY_ENFORCE: 'true' } })
  const identity = await signIdentity(IDENTITY_SECRET, lin)
  const signed = await startSession(app.deps, { identity, locale: 'zh' })

  const unsigned = await startSession(app.deps, { visitorToken: signed.visitorToken, locale: 'zh' })
  const again = await startSession(app.deps, { visitorToken: signed.visitorToken, identity, locale: 'zh' })

  expect(unsigned.customer).toMatchObject({ verified: false })
  expect(unsigned.customer.id).not.toBe(signed.customer.id)
  expect(again.customer.id).toBe(signed.customer.id)
})
