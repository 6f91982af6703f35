import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDraft, seenOf } from '../../src/actions/knowledge/read-draft.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import type { Pack } from '../../src/domain/pack.ts'
import { writePack } from '../../src/knowledge/packs.ts'
import type { PackDetail, PackView } from '../../src/protocol/packs.ts'
import { consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'

const intent = (id: string, say: string) =>
  `  - id: ${id}\n    title: ${id}\n    examples: [${id} 一, ${id} 二, ${id} 三]\n    answers: [{say: "${say}"}]\n`

/** Knowledge of wrapping and engraving, which the test shop has none of. */
function pack(version: string, wrap: string, more = ''): Pack {
  return {
    id: 'gifts-zh',
    version,
    title: { zh: '礼品', en: 'Gifts' },
    description: '礼品店',
    language: 'zh',
    licence: 'MIT',
    facts: [
      { name: 'wrap_fee', title: '包装费' },
      { name: 'engrave_days', title: '刻字天数', usual: '3' },
    ],
    quickReplies: [],
    riskyIntents: [],
    files: {
      'faq/gifts.yaml': `intents:\n${intent('gift_wrap', wrap)}${intent('gift_card', '附贺卡')}${intent('gift_engrave', '刻字要 {{ shop.engrave_days }} 天')}${more}`,
      'faq/wrapping.yaml': `intents:\n${intent('gift_ribbon', `丝带 ${version}`)}`,
    },
  }
}

/** A shop into whose data folder packs can be put. */
async function openShop() {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-packs-'))
  const app = await startTestApp({ environment: { DATA_DIR: dataDir } })
  const owner = await app.agent('Olga', { role: 'owner' })
  const api = await consoleApi(app, owner)
  const at = '/knowledge/packs/gifts-zh'
  return {
    ...api,
    app,
    owner,
    put: (one: Pack) => writePack(one, join(dataDir, 'packs')),
    look: async () => (await api.get<PackDetail>(at)).pack,
    install: () => api.post<PackDetail>(`${at}/install`, {}),
    draft: async () => (await readDraft(app.deps)).files,
    write: async (path: string, change: (text: string) => string) => {
      const draft = await readDraft(app.deps)
      const text = change(draft.files[path] ?? '')
      await saveDraftFile(app.deps, owner, { path, text, seen: seenOf(draft, path) })
    },
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

it('takes a pack into the draft, names what its answers need, and leaves what serves alone', async () => {
  await using shop = await openShop()
  await shop.put(pack('1.0.0', '免费包装'))
  const before = await shop.look()

  const { pack: after } = await shop.install()

  expect(before).toMatchObject({ newer: true, available: '1.0.0', files: [{ state: 'added' }, { state: 'added' }] })
  expect(after).toMatchObject({ newer: false, installed: { version: '1.0.0', by: { name: 'Olga' } } })
  const files = await shop.draft()
  expect(files['faq/gifts.yaml']).toContain('免费包装')
  expect(files['shop.yaml']).toMatch(/wrap_fee: null/)
  expect(files['shop.yaml']).toMatch(/engrave_days: "?3"?/)
  expect((await shop.app.deps.editing.scribe.check(files)).problems).toEqual([])
  expect(shop.app.deps.live.current().knowledge.intents.has('gift_wrap')).toBe(false)
  const told = await shop.app.deps.storage.audit.list(10)
  expect(told.filter(({ target }) => target === 'gifts-zh').map(({ action }) => action)).toEqual(['pack.installed'])
  expect(await shop.install()).toMatchObject({ code: 'pack_current' })
})

it('upgrades around what the owner has changed, and marks what contradicts', async () => {
  await using shop = await openShop()
  await shop.put(pack('1.0.0', '免费包装'))
  await shop.install()
  await shop.write('faq/gifts.yaml', (text) => text.replace('附贺卡', '附手写贺卡'))
  await shop.write('faq/wrapping.yaml', (text) => text.replace('丝带 1.0.0', '本店不系丝带'))
  await shop.put(pack('1.1.0', '包装免费', intent('gift_bag', '送纸袋')))

  const before = await shop.look()
  await shop.install()

  expect(before.files).toEqual([
    { path: 'faq/gifts.yaml', state: 'merged', overridden: true },
    { path: 'faq/wrapping.yaml', state: 'conflict', overridden: true },
  ])
  const files = await shop.draft()
  expect(files['faq/gifts.yaml']).toMatch(/包装免费[\s\S]*附手写贺卡[\s\S]*送纸袋/)
  expect(files['faq/wrapping.yaml']).toMatch(/<{7}[\s\S]*本店不系丝带[\s\S]*={7}[\s\S]*丝带 1\.1\.0[\s\S]*>{7}/)
  const told = await shop.app.deps.storage.audit.list(10)
  expect(told.find(({ action }) => action === 'pack.upgraded')).toMatchObject({
    detail: { from: '1.0.0', version: '1.1.0' },
  })
})

it('is seen by supervisors and taken in by owners', async () => {
  await using shop = await openShop()
  await shop.put(pack('1.0.0', '免费包装'))
  const lead = await consoleApi(shop.app, await shop.app.agent('Lena', { role: 'supervisor' }))

  const { packs } = await lead.get<{ packs: PackView[] }>('/knowledge/packs')
  const refused = await lead.call('POST', '/knowledge/packs/gifts-zh/install', {})

  expect(packs.map(({ id }) => id)).toContain('gifts-zh')
  expect([refused.status, await shop.app.deps.storage.packs.list()]).toEqual([403, []])
})

it('begins anew with nothing but a pack: the shop keeps its name and hours, and serves as before until then', async () => {
  await using shop = await openShop()
  await shop.put(pack('1.0.0', '免费包装'))
  const { files: live } = await shop.app.deps.editing.folder.read()

  const { pack: after } = await shop.post<PackDetail>('/knowledge/packs/gifts-zh/start', {})

  expect(after.installed).toMatchObject({ version: '1.0.0' })
  const files = await shop.draft()
  expect(Object.keys(files).toSorted()).toEqual(['faq/gifts.yaml', 'faq/wrapping.yaml', 'shop.yaml'])
  const { scribe, folder } = shop.app.deps.editing
  expect((await scribe.check(files)).problems).toEqual([])
  const before = scribe.read(live['shop.yaml'] ?? '') as Shop
  const begun = scribe.read(files['shop.yaml'] ?? '') as Shop
  expect([begun.shop.name, begun.hours.weekly]).toEqual([
    before.shop.name,
    { sat: [], sun: [], ...before.hours.weekly },
  ])
  expect((await folder.read()).files).toEqual(live)
})

interface Shop {
  readonly shop: { readonly name: unknown }
  readonly hours: { readonly weekly: object }
}
