import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/app.ts'
import { createShopFolder } from '../../src/app/create-shop-folder.ts'
import { openPackCatalogue } from '../../src/app/pack-catalogue.ts'
import { createTryOut, type TryOutWorld } from '../../src/app/try-out.ts'
import { loadConfig, ROOT } from '../../src/config/config.ts'
import { wordsOf } from '../../src/domain/message.ts'
import type { Pack } from '../../src/domain/pack.ts'
import { loadKnowledge, readFiles } from '../../src/knowledge/load.ts'
import { buildPack, readPack, writePack } from '../../src/knowledge/packs.ts'
import { prepareDemoShop, toMoment } from '../support/demo-shop.ts'

/** A shop that has nothing yet. */
const SHOP: Pick<TryOutWorld, 'storage' | 'pairs' | 'roster'> = {
  storage: {
    customers: { find: async () => undefined },
    orders: { find: async () => undefined, listOf: async () => [] },
    coupons: { listFor: async () => [] },
    cases: { list: async () => [] },
  },
  pairs: { current: async () => ({ with: () => [] }) },
  roster: { list: () => [], find: () => undefined, onDuty: () => [] },
} as unknown as Pick<TryOutWorld, 'storage' | 'pairs' | 'roster'>

let folder: string
let pack: Pack

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoer-packs-'))
  pack = await buildPack(join(ROOT, 'packs', 'retail-zh.yaml'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the pack retail-zh', () => {
  it('holds the general files of the demo shop as they are, and nothing of its own goods', async () => {
    const { files } = await readFiles(join(ROOT, 'intents'))

    expect(Object.keys(pack.files).length).toBeGreaterThan(20)
    for (const [path, text] of Object.entries(pack.files)) expect(text).toBe(files[path])
    expect(Object.keys(pack.files).filter((path) => /^(shop\.yaml|products\/)/.test(path))).toEqual([])
  })

  it('is one file that is read back as it was, and refused where it was tampered with', async () => {
    const path = await writePack(pack, folder)
    const text = await readFile(path, 'utf8')
    const broken = join(folder, 'broken.json')
    await writeFile(broken, text.replace('什么时候发货', '什么时候不发货'))
    const warned: object[] = []

    expect(await readPack(path)).toEqual(pack)
    expect(await readFile(await writePack(pack, folder), 'utf8')).toBe(text)
    await expect(readPack(broken)).rejects.toThrow(/damaged/)
    const catalogue = openPackCatalogue([folder, '/nowhere'], { warn: (fields) => warned.push(fields) })
    expect((await catalogue.list()).map(({ id, version }) => [id, version])).toEqual([['retail-zh', pack.version]])
    expect(warned).toHaveLength(1)
  })

  it('makes a shop that loads, with what it must still be told', { timeout: 120_000 }, async () => {
    const place = join(folder, 'shop')
    await createShopFolder(place, { pack, profile: { name: '山茶小店', facts: { phone: '021-5566' } } })

    const loaded = await loadKnowledge(place)

    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)))
    const { shop, intents } = loaded.knowledge
    expect([shop.name, shop.facts['phone'], intents.has('shipping_time')]).toEqual(['山茶小店', '021-5566', true])
    expect(shop.unwritten).toContain('return_address')
    expect(JSON.stringify(loaded.warnings)).toContain('return_address')
    await expect(createShopFolder(place, { pack, profile: { name: '又一家' } })).rejects.toThrow(/not empty/)
  })

  it('answers in that shop what it can, and says nothing that nobody has told it', { timeout: 300_000 }, async () => {
    const place = join(folder, 'talking')
    await createShopFolder(place, { pack, profile: { name: { zh: '山茶小店', en: 'Camellia' } } })
    const { brain } = await prepareDemoShop(place)
    const tryOut = createTryOut({ ...SHOP, createApp, config: loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }) })
    const at = toMoment('2026-11-23 10:00')
    const ask = async (text: string) => {
      const [turn] = await tryOut.talk({ brain, at, locale: 'zh', said: [{ text }] })
      return (turn?.replies ?? []).map(({ body }) => wordsOf(body)).join('\n')
    }

    expect(await ask('今天拍今天能发吗')).toContain('16:00')
    expect(await ask('七天无理由退货吗')).toContain('7')
    expect(await ask('退货寄到哪里')).not.toMatch(/杭州|莫干山|null/)
    expect(await ask('你们电话多少')).not.toMatch(/400-820|null|\{\{/)
  })
})
