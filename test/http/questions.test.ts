import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { readDraft } from '../../src/actions/knowledge/read-draft.ts'
import type { ClusterDetail, ClusterPage, EstimateLine, QuestionsSettled } from '../../src/protocol/questions.ts'
import { consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const ASKED = ['你们支持货到付款吗', '能不能货到付款呀', '可以货到付款不？', '能货到付款吗']
const REPLY = '支持货到付款，签收时付给快递员就行，偏远地区除外'

/** A shop in which shoppers have asked what nobody wrote down, and Mina has answered the first of them. */
async function startMining() {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoer-mining-'))
  await cp(TEST_SHOP, folder, { recursive: true })
  const app = await startTestApp({ folder })
  const mina = await app.agent('Mina')
  const owner = await app.agent('Olga', { role: 'owner' })
  for (const [at, text] of [...ASKED, '门店地址在哪里呀', '你好'].entries()) {
    const session = await app.visitor()
    await app.say(session, text)
    if (at > 0) continue
    await requestHandoff(app.deps, session.conversation.id)
    await claimConversation(app.deps, mina, session.conversation.id)
    for (const said of ['您好，请稍等', REPLY]) {
      await postAgentMessage(app.deps, mina, {
        conversationId: session.conversation.id,
        clientId: `reply-${said.length}-1`,
        body: { kind: 'text', text: said },
      })
    }
  }
  await followMessages(app.deps)
  const api = await consoleApi(app, owner)
  return {
    app,
    mina,
    owner,
    ...api,
    list: () => api.get<ClusterPage>('/questions'),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function firstCluster(shop: Awaited<ReturnType<typeof startMining>>) {
  const [cluster] = (await shop.list()).clusters
  if (!cluster) throw new Error('there is no cluster')
  const detail = await shop.get<ClusterDetail>(`/questions/clusters/${cluster.id}`)
  return { cluster, ids: detail.questions.map(({ id }) => id), detail }
}

const created = (examples: readonly string[]) => ({
  kind: 'create',
  id: 'cash_on_delivery',
  title: '货到付款',
  examples,
  answer: REPLY,
})

it('gathers what was not understood by what it asks, with what a person replied', async () => {
  await using shop = await startMining()

  const { clusters, questions } = await shop.list()
  const { detail } = await firstCluster(shop)

  expect(questions).toBe(5)
  expect(clusters.map(({ size }) => size)).toEqual([4, 1])
  expect(clusters[0]).toMatchObject({
    replies: [{ text: REPLY, agentName: 'Mina' }],
    proposal: { answer: REPLY, file: 'faq/learned.yaml', id: expect.stringMatching(/^[a-z][a-z_]+$/) as string },
    answeredNow: 0,
  })
  expect(clusters[0]?.days.reduce((sum, one) => sum + one, 0)).toBe(4)
  expect(detail.questions.map(({ text }) => text).toSorted()).toEqual(ASKED.toSorted())
  expect(await shop.get('/questions/count')).toEqual({ open: 5, more: false })
})

it('writes a new intent into the draft, settles its questions, and opens them again', async () => {
  await using shop = await startMining()
  const { ids } = await firstCluster(shop)
  const lesson = created(ASKED)

  const preview = await shop.post<QuestionsSettled>('/questions/preview', { lesson })
  const before = await readDraft(shop.app.deps)
  const settled = await shop.post<QuestionsSettled>('/questions/settle', { questions: ids, lesson })
  const after = await readDraft(shop.app.deps)

  expect(before.changes).toEqual([])
  expect(settled).toMatchObject({ settled: 4, intent: 'cash_on_delivery', change: { path: 'faq/learned.yaml' } })
  expect(preview.change?.after).toBe(settled.change?.after)
  expect(after.files['faq/learned.yaml']).toContain('id: cash_on_delivery')
  expect((await shop.app.deps.editing.scribe.check(after.files)).problems).toEqual([])
  expect((await shop.list()).clusters.map(({ size }) => size)).toEqual([1])
  expect((await shop.get<ClusterPage>('/questions?state=learned')).questions).toBe(4)
  expect((await shop.app.deps.storage.audit.list(3)).map(({ action }) => action)).toContain('questions.learned')

  expect(await shop.post('/questions/reopen', { questions: ids })).toEqual({ reopened: 4 })
  expect((await shop.list()).questions).toBe(5)
})

it('adds examples to an intent, none twice, and what is none of its business to its place', async () => {
  await using shop = await startMining()
  const { ids } = await firstCluster(shop)

  const learn = { kind: 'learn', intent: 'shipping_fee', examples: ['包邮吗', '满多少免邮', '满多少免邮？'] }
  const learned = await shop.post<QuestionsSettled>('/questions/settle', { questions: ids.slice(0, 2), lesson: learn })
  const away = { kind: 'out_of_scope', examples: ['帮我订一张机票'] }
  await shop.post('/questions/settle', { questions: ids.slice(2), lesson: away })
  const { files } = await readDraft(shop.app.deps)

  expect(learned.change?.after?.split('\n').filter((line) => line.includes('满多少免邮'))).toHaveLength(1)
  expect(files['faq/basics.yaml']).toContain('满多少免邮')
  expect(files['lexicon/out-of-scope.yaml']).toContain('帮我订一张机票')
  const unknown = { questions: ids, lesson: { ...learn, intent: 'nothing' } }
  expect((await shop.call('POST', '/questions/settle', unknown)).status).toBe(404)
})

it('says before anything is written how many would be answered, and what else would change', async () => {
  await using shop = await startMining()
  const { ids } = await firstCluster(shop)

  const answer = await shop.call('POST', '/questions/estimate', {
    questions: ids,
    lesson: created([...ASKED.slice(0, 3), '货到付款支持吗', '可以收到货再付钱吗', '货到了再付款可以吗']),
  })
  const lines = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EstimateLine)
  const done = lines.find((line) => line.kind === 'done')

  expect(lines[0]).toMatchObject({ kind: 'running', step: 'train' })
  expect(done).toMatchObject({
    questions: 4,
    right: 4,
    unseen: 1,
    unseenRight: 1,
    change: { path: 'faq/learned.yaml' },
  })
  expect(done?.counts).toMatchObject({ worse: 0 })
  expect(done?.counts.better).toBeGreaterThanOrEqual(3)
  expect((await readDraft(shop.app.deps)).changes).toEqual([])
})

it('lets agents point at a message, with the answer they would like', async () => {
  await using shop = await startMining()
  const { post, call } = await consoleApi(shop.app, shop.mina)
  const session = await shop.app.visitor()
  await shop.app.say(session, '包邮吗，我电话 13812345678')
  const path = `/conversations/${session.conversation.id}/teach`

  const taught = await post(path, { seq: 1, intent: 'shipping_fee', answer: '全场包邮的' })

  expect(taught).toMatchObject({
    question: { kind: 'taught', text: '包邮吗，我电话 138****5678', wish: { agentName: 'Mina', answer: '全场包邮的' } },
  })
  const { clusters } = await shop.get<ClusterPage>('/questions?kinds=taught')
  expect(clusters).toMatchObject([{ size: 1, wishes: [{ agentName: 'Mina', intent: 'shipping_fee' }] }])
  expect((await call('POST', path, { seq: 2 })).status).toBe(404)
  expect((await call('GET', '/questions')).status).toBe(403)
})
