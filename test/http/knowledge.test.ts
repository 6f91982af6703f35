import { expect, it } from 'vitest'
import { setContext } from '../../src/actions/conversations/set-context.ts'
import type { AnswerFound, IntentDetail, IntentSummary, ProductDetail } from '../../src/protocol/knowledge.ts'
import { consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'

async function startLookingUp() {
  const app = await startTestApp()
  const session = await app.visitor()
  const api = await consoleApi(app, await app.agent('Mina'))
  const answer = (intent: string) =>
    api.post<AnswerFound>(`/conversations/${session.conversation.id}/answers/${intent}`, {})
  return { app, session, ...api, answer, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it('lists what can be looked up', async () => {
  await using desk = await startLookingUp()

  const { intents } = await desk.get<{ intents: IntentSummary[] }>('/knowledge/intents')

  expect(intents.find(({ id }) => id === 'shipping_fee')).toMatchObject({ title: '运费', answer: '全场包邮' })
  expect(intents.find(({ id }) => id === 'shipping_fee')?.examples).toContain('包邮吗')
})

it('shows an intent as the owner wrote it, with its conditions in words', async () => {
  await using desk = await startLookingUp()

  const intent = await desk.get<IntentDetail>('/knowledge/intents/shipping_time')

  expect(intent).toMatchObject({ title: '发货时间', file: 'faq/basics.yaml', autonomy: 'auto' })
  expect(intent.answers[0]).toMatchObject({ when: { zh: expect.stringMatching(/^现在的时间早于 /) as string } })
  expect(intent.next).toEqual([{ value: 'shipping_fee', label: '运费' }])
  expect((await desk.call('GET', '/knowledge/intents/nothing')).status).toBe(404)
})

it('fills an answer in for the conversation, and names the fact that is wanting', async () => {
  await using desk = await startLookingUp()
  const { id } = desk.session.conversation
  const without = await desk.answer('product_material')
  await setContext(desk.app.deps, { conversationId: id, product: 'linen-dress' })

  const within = await desk.answer('product_material')

  expect(without).toEqual({ missing: { fact: 'product.name', label: { zh: '商品', en: 'the product' } } })
  expect(within).toMatchObject({ text: '亚麻连衣裙的材质是55% 亚麻 45% 棉', answer: 0, ofProduct: false })
  expect(await desk.app.transcript(desk.session)).toEqual([])
})

it('says nothing where there is nothing to say, and refuses what is not there', async () => {
  await using desk = await startLookingUp()

  expect(await desk.answer('human_agent')).toEqual({})
  expect(await desk.answer('nothing')).toMatchObject({ code: 'intent_not_found' })
  expect((await desk.call('POST', '/conversations/none/answers/shipping_fee', {})).status).toBe(404)
})

it('shows a product with price and stock of each variant', async () => {
  await using desk = await startLookingUp()

  const product = await desk.get<ProductDetail>('/products/linen-dress')

  expect(product).toMatchObject({ card: { name: '亚麻连衣裙', price: '¥269' }, category: '女装' })
  expect(product.variants).toEqual([{ sku: 'LD-S', name: 'S', price: '¥269', stock: 3 }])
  expect(product.attributes).toEqual([{ label: '材质 / 成分', text: '55% 亚麻 45% 棉' }])
  expect((await desk.call('GET', '/products/nothing')).status).toBe(404)
})
