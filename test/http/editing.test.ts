import { expect, it } from 'vitest'
import type { FileDetail, KnowledgeDraftView, PublicationDetail } from '../../src/protocol/editing.ts'
import { GOOD, goodBut } from '../knowledge/shop-folder.ts'
import { openEditingShop } from '../support/editing-shop.ts'

// Several trainings, in threads that read TypeScript.
const SLOW = { timeout: 120_000 }

const FILE = 'faq/shipping.yaml'
const OLD_ANSWER = '16:00 前付款当天发出'
const NEW_ANSWER = '16:00 前付款当天就发'
const NEW = goodBut(FILE, '前付款当天发出', '前付款当天就发')

it('leads an edit from the draft through its check to the shopper, and back', SLOW, async () => {
  await using shop = await openEditingShop()
  expect(await shop.ask('周末发货吗')).toBe(OLD_ANSWER)

  await shop.save(FILE, NEW)
  const draft = await shop.api.get<KnowledgeDraftView>('/knowledge/draft')
  expect(draft).toMatchObject({ changed: 1, by: { name: 'Lin' }, problems: [] })
  expect(draft.files.find(({ path }) => path === FILE)).toMatchObject({
    state: 'changed',
    kind: 'intents',
    conflict: false,
  })
  expect(await (await shop.publish({ print: draft.print })).json()).toMatchObject({ code: 'knowledge_unchecked' })

  const check = await shop.check()
  expect(check).toMatchObject({ state: 'done', print: draft.print, result: { problems: [], regressions: 0 } })
  expect(check.result?.tests).toEqual({ total: 3, failed: [], newlyFailed: [] })
  expect(check.result?.replay).toMatchObject({ conversations: 1, counts: { different: 1, worse: 0 } })
  expect(check.result?.replay?.questions).toMatchObject([
    { asked: '周末发货吗', live: { title: '发货时间', text: OLD_ANSWER }, draft: { text: NEW_ANSWER } },
  ])
  expect(await shop.ask('周末发货吗')).toBe(OLD_ANSWER)

  const published = await shop.publish({ print: draft.print, note: '改时效' })
  expect(await published.json()).toMatchObject({
    number: 2,
    kind: 'published',
    note: '改时效',
    changed: [FILE],
    serves: true,
    by: { name: 'Lin' },
  })
  expect(await shop.ask('周末发货吗')).toBe(NEW_ANSWER)
  expect(await shop.api.get('/knowledge/draft')).toMatchObject({ changed: 0 })
  expect(shop.app.published).toContainEqual({ type: 'knowledge.changed' })

  const back = await shop.api.post('/knowledge/publications/1/rollback', { note: '写错了' })
  expect(back).toMatchObject({ number: 3, kind: 'rolled_back', changed: [FILE], serves: true })
  expect(await shop.ask('周末发货吗')).toBe(OLD_ANSWER)
  expect((await shop.publications()).map(({ number, kind, serves }) => [number, kind, serves])).toEqual([
    [3, 'rolled_back', true],
    [2, 'published', false],
    [1, 'saved', false],
  ])
  const detail = await shop.api.get<PublicationDetail>('/knowledge/publications/2')
  expect(detail.changes).toEqual([{ path: FILE, before: GOOD[FILE], after: NEW }])
  const audit = await shop.app.deps.storage.audit.list(10)
  // The clock stands still: all of it has happened at once.
  expect(audit.map(({ action, actor }) => [action, actor]).toSorted()).toEqual([
    ['knowledge.drafted', shop.owner.id],
    ['knowledge.published', shop.owner.id],
    ['knowledge.rolled_back', shop.owner.id],
  ])
})

it('publishes what gets worse only where that is confirmed', SLOW, async () => {
  await using shop = await openEditingShop()
  await shop.ask('帮我催一下发货')
  const text = (GOOD[FILE] ?? '').replace(
    '帮我催一下发货, 怎么还不发货, 快点发货, 三天了还没发, please ship it faster',
    '催一催',
  )
  await shop.save(FILE, text)
  await shop.save('tests/shipping.yaml', `${GOOD['tests/shipping.yaml']}  - {say: 包邮吗, expect: shipping_urge}\n`)

  const { result, print = '' } = await shop.check()
  expect(result?.tests.newlyFailed).toHaveLength(1)
  expect(result?.replay?.counts.worse).toBe(1)
  expect(result?.regressions).toBe(2)

  expect(await (await shop.publish({ print })).json()).toMatchObject({ code: 'knowledge_regressions' })
  expect((await shop.publish({ print, confirmed: true })).status).toBe(200)
})

it('lets a draft be broken, but does not publish it', SLOW, async () => {
  await using shop = await openEditingShop()

  const saved = await shop.save(FILE, 'intents: [')
  expect(saved.status).toBe(200)
  const { print, result } = await shop.check()
  expect(result?.problems[0]).toMatchObject({ file: FILE, line: 1 })

  const refused = await (await shop.publish({ print: print ?? '' })).json()
  expect(refused).toMatchObject({ code: 'knowledge_broken', problems: [{ file: FILE }] })
  expect(await shop.ask('周末发货吗')).toBe(OLD_ANSWER)
})

it(
  'shows what the folder and the draft contradict each other about, and publishes it when that is settled',
  SLOW,
  async () => {
    await using shop = await openEditingShop()
    await shop.save(FILE, NEW)
    await shop.folder.write(FILE, goodBut(FILE, '前付款当天发出', '前付款明天发出'))
    const file = await shop.api.get<FileDetail>(`/knowledge/draft/files?path=${FILE}`)
    expect(file).toMatchObject({ conflict: true, state: 'changed' })
    expect(file.text).toContain('前付款当天就发')

    const { print = '' } = await shop.check(0)
    expect(await (await shop.publish({ print })).json()).toMatchObject({ code: 'knowledge_conflict' })

    await shop.save(FILE, NEW)
    const settled = await shop.check(0)
    expect((await shop.publish({ print: settled.print ?? '' })).status).toBe(200)
    expect(await shop.ask('周末发货吗')).toBe(NEW_ANSWER)
  },
)

it('adds what was saved by hand, with nobody to name', SLOW, async () => {
  await using shop = await openEditingShop(GOOD, { watch: true })

  await shop.folder.write(FILE, NEW)
  while ((await shop.publications()).length < 2) await new Promise((resolve) => setTimeout(resolve, 50))

  expect((await shop.publications())[0]).toMatchObject({ number: 2, kind: 'saved', changed: [FILE], serves: true })
  expect((await shop.publications())[0]?.by).toBeUndefined()
})

it('is for supervisors to edit and for owners to publish', SLOW, async () => {
  await using shop = await openEditingShop()
  const { consoleApi } = await import('../support/console-api.ts')
  const api = await consoleApi(shop.app, await shop.app.agent('Sofie', { role: 'supervisor' }))

  const { seen } = await api.get<FileDetail>(`/knowledge/draft/files?path=${FILE}`)
  expect((await api.call('PUT', '/knowledge/draft/files', { path: FILE, text: NEW, seen })).status).toBe(200)
  expect(await (await api.call('POST', '/knowledge/publications', { print: 'x', note: '' })).json()).toMatchObject({
    code: 'forbidden',
  })
  expect((await api.call('POST', '/knowledge/publications/1/rollback', {})).status).toBe(403)
})

it('takes files larger than other requests may be, up to a limit', SLOW, async () => {
  await using shop = await openEditingShop()
  const large = (kilobytes: number) => `# ${'x'.repeat(kilobytes * 1024)}\nintents: []\n`

  expect((await shop.save('faq/large.yaml', large(1000))).status).toBe(200)
  expect((await shop.save('faq/larger.yaml', large(1300))).status).toBe(400)
})
