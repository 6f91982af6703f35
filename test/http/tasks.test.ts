import { beforeAll, expect, it } from 'vitest'
import { acceptInvite, createInvite } from '../../src/actions/agents/invite.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import type { CaseView } from '../../src/protocol/cases.ts'
import type { CaseDetail } from '../../src/protocol/http.ts'
import type { TaskView } from '../../src/protocol/tasks.ts'
import { consoleApi } from '../support/console-api.ts'
import { openDemoShopper, prepareDemoShop } from '../support/demo-shop.ts'

beforeAll(() => prepareDemoShop(), 120_000)

/** 孙悦 of the demo shop has called a person; Mina has taken over. */
async function startTalking() {
  const shopper = await openDemoShopper({ as: 'sun' })
  const { deps, conversationId } = shopper
  const { secret } = await createInvite(deps, undefined, 'agent')
  const { agent: mina } = await acceptInvite(deps, { secret, login: 'mina', name: 'Mina', password: 'correct horse' })
  await shopper.say('转人工')
  await claimConversation(deps, mina, conversationId)
  const orders = await deps.storage.orders.listOf(shopper.customerId, 20)
  const order = orders.find(({ status, items }) => status === 'delivered' && items.length > 0)
  if (!order) throw new Error('the demo shop has no delivered order')
  const api = await consoleApi(shopper, mina)
  const ask = (flow: string, draft: object) =>
    api.post<{ case: CaseView; again: boolean; code?: string }>(`/conversations/${conversationId}/tasks/${flow}`, draft)
  return { shopper, mina, order, ...api, ask, [Symbol.asyncDispose]: () => shopper[Symbol.asyncDispose]() }
}

it('lists what may be asked for of an order', async () => {
  await using desk = await startTalking()

  const { tasks } = await desk.get<{ tasks: TaskView[] }>('/tasks')

  expect(tasks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['return', 'exchange', 'refund', 'address_change', 'urge']),
  )
  expect(tasks.find(({ flow }) => flow === 'return')).toMatchObject({
    title: '退货',
    item: true,
    orders: ['delivered', 'completed'],
    fields: [
      { name: 'reason', kind: 'choice', required: true },
      { name: 'opened', kind: 'yes_no', required: false },
    ],
  })
  expect(tasks.some(({ flow }) => flow === 'recommend')).toBe(false)
})

it('opens the case of a return, once, tells the shopper and says who asked', async () => {
  await using desk = await startTalking()
  const draft = {
    key: 'console-1',
    order: desk.order.number,
    item: desk.order.items[0]?.sku,
    values: { reason: 'size' },
  }

  const first = await desk.ask('return', draft)
  const second = await desk.ask('return', draft)
  const other = await desk.ask('return', { ...draft, key: 'console-2' })
  await runDueJobs(desk.shopper.deps)
  await runDueJobs(desk.shopper.deps)

  expect([first.again, second.case.number, other.case.number]).toEqual([false, first.case.number, first.case.number])
  expect(other.again).toBe(true)
  const detail = await desk.get<CaseDetail>(`/cases/${first.case.number}`)
  expect(detail).toMatchObject({ case: { type: 'return', status: 'open', orderNumber: desk.order.number } })
  expect(detail.details).toContainEqual({ label: '原因', text: '尺码不合适' })
  expect(detail.history[0]).toMatchObject({ by: { kind: 'agent', name: 'Mina' } })
  const told = (await desk.shopper.transcript()).filter(({ explanation }) => explanation?.rule === 'case:changed')
  expect(told).toHaveLength(1)
  expect(told[0]?.body).toMatchObject({ text: '您的退货申请已登记，我们会尽快处理。' })
  expect(await desk.shopper.deps.storage.audit.list(5)).toContainEqual(
    expect.objectContaining({ action: 'case.opened', actor: desk.mina.id, target: first.case.number }),
  )
})

it('asks for another address in words, and refuses what is not filled in', async () => {
  await using desk = await startTalking()
  const order = desk.order.number

  const without = await desk.ask('change_address', { key: 'console-1', order })
  const asked = await desk.ask('change_address', {
    key: 'console-2',
    order,
    values: { address: '上海市徐汇区漕溪北路 1 号' },
  })

  expect(without.code).toBe('invalid_input')
  expect(asked.case).toMatchObject({ type: 'address_change', orderNumber: order })
})

it('opens nothing for somebody else’s order, an unknown task, an item that is not in it, or a colleague’s conversation', async () => {
  await using desk = await startTalking()
  const order = desk.order.number
  const codes = [
    await desk.ask('return', { key: 'console-1', order: 'XM404', values: { reason: 'size' } }),
    await desk.ask('recommend', { key: 'console-1', order }),
    await desk.ask('return', { key: 'console-1', order, item: 'NOPE', values: { reason: 'size' } }),
    await desk.ask('return', { key: 'console-1', order, item: '*', values: { reason: '没有这个' } }),
  ].map(({ code }) => code)
  await desk.shopper.deps.storage.queue.giveBack(desk.shopper.conversationId, desk.mina.id, 1)

  const notHeld = await desk.ask('return', { key: 'console-1', order, item: '*', values: { reason: 'size' } })

  expect(codes).toEqual(['order_not_found', 'task_not_found', 'invalid_input', 'invalid_input'])
  expect(notHeld.code).toBe('conversation_not_yours')
})
