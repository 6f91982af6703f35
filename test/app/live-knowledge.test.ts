import { describe, expect, it } from 'vitest'
import { startLiveKnowledge } from '../../src/app/live-knowledge.ts'
import type { PushedProduct } from '../../src/domain/with-pushed.ts'
import type { Brain, Log } from '../../src/ports/world.ts'
import { trainHere } from '../../src/understanding/trainer.ts'
import { type Folder, GOOD, goodBut, openFolder } from '../knowledge/shop-folder.ts'

const SILENT: Log = {
  debugs: false,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
const SAVE_AGAIN = 400
const DEADLINE = 12_000
const FILE = 'faq/shipping.yaml'

/** Knowledge that is served from a folder and watched; `save` resolves when an event has come after which `until` holds. */
async function serve(folder: Folder, pushed: readonly PushedProduct[] = []) {
  let heard = 0
  let wake = () => {}
  const publish = ({ type }: { type: string }) => {
    if (type === 'knowledge.changed') heard += 1
    wake()
  }
  const live = await startLiveKnowledge({
    folder: folder.path,
    watch: true,
    trainer: trainHere,
    products: { list: async () => [...pushed] },
    publisher: { publish },
    log: SILENT,
  })

  async function save(text: string, until: () => boolean): Promise<void> {
    const deadline = Date.now() + DEADLINE
    const begun = heard
    await folder.write(FILE, text)
    while (!until()) {
      if (Date.now() > deadline) throw new Error('nobody noticed that a file was saved')
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, SAVE_AGAIN)
      })
      // What is saved before the watcher has looked round goes unnoticed, so the first one is saved again.
      if (heard === begun) await folder.write(FILE, text)
    }
  }
  return {
    ...live,
    heard: () => heard,
    broken: (text: string) => save(text, () => live.report().problems.length > 0),
    mended: (text: string) => {
      const before = heard
      return save(text, () => live.report().problems.length === 0 && heard > before)
    },
    [Symbol.asyncDispose]: () => live.stop(),
  }
}

function answerOf({ knowledge, renderer }: Brain): string {
  const [first] = knowledge.intents.get('shipping_time')?.answers ?? []
  const rendered = renderer.render(first?.say ?? '', { 'shop.cutoff': '16:00' }, 'zh')
  return 'text' in rendered ? rendered.text : JSON.stringify(rendered)
}

const understoodBy = ({ understanding }: Brain) =>
  understanding.understand({ text: '今天拍今天能发吗', locale: 'zh', at: 0 }).candidates[0]?.intent

describe('knowledge that an owner changes while it serves', () => {
  it('goes on with the old while the saved file is broken, and with the new once it is mended', async () => {
    await using folder = await openFolder(GOOD)
    await using live = await serve(folder)
    const first = live.current()

    await live.broken(goodBut(FILE, 'title: 发货时间', 'titel: 发货时间'))

    expect(live.current()).toBe(first)
    expect(understoodBy(live.current())).toBe('shipping_time')
    expect(live.report().problems).toContainEqual({
      place: `${FILE}:3:5`,
      cause: { zh: '不认识的字段「titel」', en: 'unknown key "titel"' },
      mend: { zh: expect.stringContaining('检查拼写'), en: expect.stringContaining('check the spelling') },
    })

    await live.mended(goodBut(FILE, '"{{ shop.cutoff }} 前', '"亲，{{ shop.cutoff }} 前'))

    expect(live.report().problems).toEqual([])
    expect(live.current().knowledge.version).not.toBe(first.knowledge.version)
    expect(answerOf(live.current())).toBe(`亲，${answerOf(first)}`)
    expect(understoodBy(live.current())).toBe('shipping_time')
  })

  it('is whole again when the broken file is put back as it was', async () => {
    await using folder = await openFolder(GOOD)
    await using live = await serve(folder)
    const { version } = live.current().knowledge

    await live.broken(goodBut(FILE, 'autonomy: notify', 'autonomy: always'))
    const places = live.report().problems.map(({ place }) => place)
    await live.mended(GOOD[FILE] ?? '')

    expect(places).toEqual([`${FILE}:16:15`])
    expect(live.report().problems).toEqual([])
    expect(live.current().knowledge.version).toBe(version)
  })

  it("reports the owner's tests that the new knowledge fails, and serves it all the same", async () => {
    await using folder = await openFolder({ ...GOOD, 'tests/shipping.yaml': undefined })
    await using live = await serve(folder)

    await folder.write('tests/shipping.yaml', 'tests:\n  - {say: 怎么还不发货, expect: shipping_time}\n')
    await live.mended(goodBut(FILE, '明天发出', '后天发出'))

    const { tests, problems } = live.report()
    expect(problems).toEqual([])
    expect(live.current().knowledge.intents.get('shipping_time')?.answers[1]?.say).toBe('后天发出')
    expect(tests.total).toBe(1)
    expect(tests.failed).toEqual([
      expect.stringMatching(/^tests\/shipping\.yaml:2:5 「怎么还不发货」 → .+ ≠ shipping_time$/),
    ])
  })
})

describe('products that the shop pushes while it serves', () => {
  const CAP: PushedProduct = { id: 'cap', name: '棒球帽', price: 5900, variants: [{ sku: 'CAP', stock: 9 }] }
  const namesIn = ({ understanding }: Brain) =>
    understanding.understand({ text: '棒球帽几天能发货', locale: 'zh', at: 0 }).entities.map(({ text }) => text)

  it('serve once they are looked for, are told once, and outlive what the owner saves', async () => {
    await using folder = await openFolder(GOOD)
    const pushed: PushedProduct[] = []
    await using live = await serve(folder, pushed)
    const before = live.current()

    pushed.push(CAP)
    await live.refreshProducts()
    const after = live.current()
    await live.refreshProducts()

    expect([namesIn(before), namesIn(after)]).toEqual([[], ['棒球帽']])
    expect(live.current()).toBe(after)
    expect(live.heard()).toBe(1)

    await live.mended(goodBut(FILE, '"{{ shop.cutoff }} 前', '"亲，{{ shop.cutoff }} 前'))

    expect(live.current().knowledge.version).not.toBe(after.knowledge.version)
    expect(namesIn(live.current())).toEqual(['棒球帽'])
    expect(live.written().products.has('cap')).toBe(false)
  })
})

describe('knowledge that is broken from the start', () => {
  it('does not serve, and says in one error where each mistake is', async () => {
    await using folder = await openFolder({ 'shop.yaml': 'shop: {}\n' })

    const start = serve(folder)

    await expect(start).rejects.toThrow(/shop\.yaml:1:7 缺少「time_zone」 → 补上 time_zone:/)
  })
})
