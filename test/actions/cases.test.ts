import { describe, expect, it } from 'vitest'
import { changeCase } from '../../src/actions/cases/change-case.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import { listCases, readBoard, readCase } from '../../src/actions/cases/read-cases.ts'
import { tellCaseChange } from '../../src/actions/cases/tell-case-change.ts'
import { type Session, startSession } from '../../src/actions/customers/start-session.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import type { Case, CaseDraft } from '../../src/domain/case.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import { returning } from '../domain/flow/given-flow.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const DAY = 86_400_000

function returnOf(app: TestApp, { customer, conversation }: Session, more: Partial<CaseDraft> = {}): Promise<Case> {
  return openCase(app.deps, {
    key: `return:${conversation.id}`,
    type: 'return',
    title: '连衣裙退货',
    customerId: customer.id,
    conversationId: conversation.id,
    details: [{ label: '原因', text: '尺码不合适' }],
    evidence: [],
    dueAt: app.clock.now() + 2 * DAY,
    at: app.clock.now(),
    ...more,
  })
}

/** A shopper who has asked for a return, and an agent who may work on it. */
async function givenCase(app: TestApp) {
  const session = await app.visitor()
  await app.say(session, '包邮吗')
  const opened = await returnOf(app, session)
  const mina = await app.agent('Mina')
  const { number } = opened
  return { session, opened, number, mina, told: () => toldTo(app, session) }
}

/** What the shopper is told of cases once the clock has run. */
async function toldTo(app: TestApp, session: Session) {
  await runDueJobs(app.deps)
  const messages = await app.transcript(session)
  return messages.filter(({ explanation }) => explanation?.rule === 'case:changed')
}

describe('an agent who works on a case', () => {
  it('tells the shopper in the conversation what has become of it, with the case as a card', async () => {
    await using app = await startTestApp()
    const { number, mina, told } = await givenCase(app)

    await changeCase(app.deps, mina, { number, status: 'resolved', note: '退款已原路退回' })

    expect(await told()).toMatchObject([
      {
        author: { kind: 'bot' },
        body: {
          text: '您的退货申请已经处理好了。\n退款已原路退回',
          details: [{ title: `退货 ${number}`, status: '已完成' }],
        },
        explanation: { candidates: [], facts: {} },
      },
    ])
  })

  it('names the task to an English shopper in English', async () => {
    const flow = returning({ title: { zh: '退货', en: 'Return' } })
    await using app = await startTestApp({ knowledge: (known) => ({ ...known, flows: new Map([[flow.id, flow]]) }) })
    const session = await startSession(app.deps, { locale: 'en' })
    await app.say(session, 'is delivery free')
    const { number } = await returnOf(app, session, { title: '退货' })

    await changeCase(app.deps, await app.agent('Mina'), { number, status: 'in_progress' })

    const [told] = await toldTo(app, session)
    expect(JSON.stringify(told?.body)).not.toMatch(/退货/)
  })

  it('keeps the history with who did what, and becomes the one who has it', async () => {
    await using app = await startTestApp()
    const { number, mina } = await givenCase(app)
    app.clock.advance(1000)

    await changeCase(app.deps, mina, { number, status: 'in_progress', internal: '等仓库回复' })

    const { case: stored } = await readCase(app.deps, number)
    expect(stored).toMatchObject({ status: 'in_progress', agentId: mina.id, updatedAt: app.clock.now() })
    expect(stored.history).toMatchObject([
      { status: 'open', by: { kind: 'customer' } },
      { status: 'in_progress', by: { kind: 'agent', name: 'Mina' }, note: '', internal: '等仓库回复' },
    ])
  })

  it('leaves a case with whoever has it, unless it is taken over', async () => {
    await using app = await startTestApp()
    const { number, mina } = await givenCase(app)
    const chen = await app.agent('Chen')
    await changeCase(app.deps, mina, { number, take: true })

    const helped = await changeCase(app.deps, chen, { number, internal: '我看过了' })
    const taken = await changeCase(app.deps, chen, { number, take: true })

    expect([helped.agentId, taken.agentId]).toEqual([mina.id, chen.id])
  })

  it('says nothing to the shopper of an internal note or of taking it over', async () => {
    await using app = await startTestApp()
    const { number, mina, told } = await givenCase(app)

    await changeCase(app.deps, mina, { number, internal: '疑似穿过' })
    await changeCase(app.deps, mina, { number, take: true })
    const silent = await told()
    await changeCase(app.deps, mina, { number, note: '仓库已收到' })

    expect(silent).toEqual([])
    expect(await told()).toHaveLength(1)
  })

  it('cannot change a case that has ended, except to open it again', async () => {
    await using app = await startTestApp()
    const { number, mina, told } = await givenCase(app)
    await changeCase(app.deps, mina, { number, status: 'cancelled' })

    const refused = changeCase(app.deps, mina, { number, status: 'resolved' })
    await expect(refused).rejects.toMatchObject({ code: 'case_ended' })
    const reopened = await changeCase(app.deps, mina, { number, status: 'in_progress' })

    expect(reopened.history.map(({ status }) => status)).toEqual(['open', 'cancelled', 'in_progress'])
    expect((await told()).map(({ body }) => 'text' in body && body.text)).toEqual([
      '您的退货申请已取消。',
      '您的退货申请已重新打开，我们接着处理。',
    ])
  })

  it('lets one of two who end it at once end it', async () => {
    await using app = await startTestApp()
    const { number, mina } = await givenCase(app)
    const chen = await app.agent('Chen')

    const ends = await Promise.allSettled([
      changeCase(app.deps, mina, { number, status: 'resolved' }),
      changeCase(app.deps, chen, { number, status: 'rejected' }),
    ])

    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await readCase(app.deps, number)).case.history).toHaveLength(2)
  })

  it('is told of a number that no case has', async () => {
    await using app = await startTestApp()
    const { mina } = await givenCase(app)

    const refused = changeCase(app.deps, mina, { number: 'SH0', take: true })

    await expect(refused).rejects.toMatchObject({ code: 'case_not_found' })
  })
})

describe('a case that several people work on', () => {
  it('is refused to the one who has not seen what the other did, and stays as it is', async () => {
    await using app = await startTestApp()
    const { number, mina, opened } = await givenCase(app)
    const chen = await app.agent('Chen')
    const seen = opened.revision
    await changeCase(app.deps, mina, { number, status: 'waiting', note: '请补拍吊牌', seen })

    const late = changeCase(app.deps, chen, { number, status: 'resolved', seen })

    await expect(late).rejects.toMatchObject({ code: 'case_changed' })
    const { case: fresh } = await readCase(app.deps, number)
    expect(fresh).toMatchObject({ status: 'waiting', revision: seen + 1 })
    await changeCase(app.deps, chen, { number, status: 'resolved', seen: fresh.revision })
    expect((await readCase(app.deps, number)).case.status).toBe('resolved')
  })

  it('is handed to a colleague, which its history says and the shopper does not hear', async () => {
    await using app = await startTestApp()
    const { number, mina, told } = await givenCase(app)
    const chen = await app.agent('Chen')

    await changeCase(app.deps, mina, { number, agentId: chen.id })
    const nobody = changeCase(app.deps, mina, { number, agentId: 'nobody' })

    await expect(nobody).rejects.toMatchObject({ code: 'agent_not_found' })
    const { case: handed } = await readCase(app.deps, number)
    expect(handed).toMatchObject({ agentId: chen.id, history: [{}, { agent: { id: chen.id, name: 'Chen' } }] })
    expect(await told()).toEqual([])
  })

  it('tells the shopper of another time, and of an answer by itself', async () => {
    await using app = await startTestApp()
    const { number, mina, opened, told } = await givenCase(app)
    const dueAt = opened.dueAt + DAY

    await changeCase(app.deps, mina, { number, dueAt })
    await changeCase(app.deps, mina, { number, note: '仓库已收到，正在验货' })
    await changeCase(app.deps, mina, { number, dueAt, internal: '没有再改' })

    expect((await told()).map(({ body }) => 'text' in body && body.text)).toEqual([
      expect.stringMatching(/^您的退货申请预计处理时间改为 .+ 前。$/),
      '您的退货申请有新进展：\n仓库已收到，正在验货',
    ])
  })
})

describe('news of a case', () => {
  it('leaves a shopper who waits for a person in the queue, still waiting', async () => {
    await using app = await startTestApp()
    const { session, number, mina, told } = await givenCase(app)
    await app.say(session, '转人工')
    const before = await app.deps.storage.conversations.find(session.conversation.id)

    await changeCase(app.deps, mina, { number, status: 'waiting', note: '请补拍吊牌' })

    expect(await told()).toHaveLength(1)
    const after = await app.deps.storage.conversations.find(session.conversation.id)
    expect(after).toMatchObject({ status: 'queued', waitingSince: before?.waitingSince })
    expect([after?.handledSeq, after?.context]).toEqual([before?.handledSeq, before?.context])
    expect(await app.deps.storage.queue.position(session.conversation.id)).toBe(1)
  })

  it('is not sent into a conversation that has ended', async () => {
    await using app = await startTestApp()
    const { session, number, mina, told } = await givenCase(app)
    await app.say(session, '转人工')
    await claimConversation(app.deps, mina, session.conversation.id)
    await resolveConversation(app.deps, mina, session.conversation.id)

    await changeCase(app.deps, mina, { number, status: 'resolved' })

    expect(await told()).toEqual([])
  })

  it('goes where the shopper writes now, not where the case was opened', async () => {
    await using app = await startTestApp()
    const { session, number, mina, told } = await givenCase(app)
    await app.say(session, '转人工')
    await claimConversation(app.deps, mina, session.conversation.id)
    await resolveConversation(app.deps, mina, session.conversation.id)
    app.clock.advance(1000)
    const next = (await app.say(session, '包邮吗')).conversationId

    await changeCase(app.deps, mina, { number, status: 'resolved' })

    expect(await told()).toEqual([])
    expect(await app.deps.storage.messages.findByKey(next, `case:${number}:2`)).toMatchObject({
      author: { kind: 'bot' },
    })
  })

  it('is told once, however often the clock takes it up, in the words of its own moment', async () => {
    await using app = await startTestApp()
    const { number, mina, told } = await givenCase(app)
    await changeCase(app.deps, mina, { number, status: 'waiting' })
    await changeCase(app.deps, mina, { number, status: 'resolved' })

    await tellCaseChange(app.deps, { number, length: 2 })
    await tellCaseChange(app.deps, { number, length: 2 })

    expect((await told()).map(({ body }) => 'details' in body && body.details?.[0]?.status)).toEqual([
      '等您配合',
      '已完成',
    ])
  })

  it('speaks the language of the conversation', async () => {
    await using app = await startTestApp()
    const { session, number, mina, told } = await givenCase(app)
    await app.deps.storage.conversations.setLocale(session.conversation.id, 'en')

    await changeCase(app.deps, mina, { number, status: 'in_progress' })

    expect(await told()).toMatchObject([
      { body: { text: 'We are working on your return request.', details: [{ title: `Return ${number}` }] } },
    ])
  })
})

describe('the list of cases', () => {
  it('names the customers, newest first, and can leave out what has ended', async () => {
    await using app = await startTestApp()
    const { session, number, mina } = await givenCase(app)
    await app.deps.storage.customers.update(session.customer.id, { name: '林女士' })
    app.clock.advance(1000)
    const complaint = await returnOf(app, session, { key: 'another', type: 'complaint' })
    await changeCase(app.deps, mina, { number, status: 'resolved' })

    const all = await listCases(app.deps, { limit: 10 })
    const open = await listCases(app.deps, { open: true, limit: 10 })

    expect(all.map((one) => one.case.number)).toEqual([complaint.number, number])
    expect(all.map(({ customer }) => customer.name)).toEqual(['林女士', '林女士'])
    expect(open.map((one) => one.case.number)).toEqual([complaint.number])
  })
})

it('shows every status on the board with how many there are, the most pressing first', async () => {
  await using app = await startTestApp()
  const { session, number, mina } = await givenCase(app)
  const pressing = await returnOf(app, session, { key: 'soon', dueAt: app.clock.now() + 1 })
  const ended = await returnOf(app, session, { key: 'ended' })
  await changeCase(app.deps, mina, { number: ended.number, status: 'rejected', note: '超期' })
  const other = await app.visitor()
  await app.deps.storage.customers.merge(session.customer.id, other.customer.id)

  const columns = await readBoard(app.deps, { customerId: session.customer.id })

  const shown = columns.map(({ status, count, cases }) => [status, count, cases.map((one) => one.case.number)])
  expect(shown).toEqual([
    ['open', 2, [pressing.number, number]],
    ['in_progress', 0, []],
    ['waiting', 0, []],
    ['resolved', 0, []],
    ['rejected', 1, [ended.number]],
    ['cancelled', 0, []],
  ])
})

it('publishes a case when it is opened and whenever it changes', async () => {
  await using app = await startTestApp()
  const { number, mina } = await givenCase(app)

  await changeCase(app.deps, mina, { number, status: 'in_progress' })

  const events = app.published.filter((event) => event.type === 'case.changed')
  expect(events).toMatchObject([{ case: { status: 'open' } }, { case: { number, status: 'in_progress' } }])
})
