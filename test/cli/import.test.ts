import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../src/app/open-storage.ts'
import { importFile } from '../../src/cli/import.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { Locale } from '../../src/domain/localized-text.ts'
import { type Folder, openFolder } from '../knowledge/shop-folder.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const said: string[] = []
const complained: string[] = []

beforeEach(() => {
  said.length = 0
  complained.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => complained.push(line))
})

afterEach(() => vi.restoreAllMocks())

/** A shop on a SQLite file, and files to import. */
async function openShop(files: Readonly<Record<string, string>>) {
  const folder: Folder = await openFolder(files)
  const config = loadConfig({ DATA_DIR: join(folder.path, 'data'), KNOWLEDGE_DIR: TEST_SHOP })
  return {
    folder,
    run: (kind: string, file: string, options: { dryRun?: boolean; errors?: string; locale?: Locale } = {}) =>
      importFile(
        config,
        {
          kind,
          file: join(folder.path, file),
          dryRun: options.dryRun ?? false,
          ...(options.errors !== undefined && { errors: join(folder.path, options.errors) }),
        },
        options.locale ?? 'zh',
      ),
    /** What was complained of, without the folder. */
    faults: () => complained.map((line) => line.replace(`${folder.path}/`, '')),
    stored: () => openStorage(config, { shared: true }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

type Shop = Awaited<ReturnType<typeof openShop>>

async function findOrder(shop: Shop, number: string) {
  const { storage } = await shop.stored()
  const order = await storage.orders.find(number)
  await storage.close()
  return order
}

const ORDERS = `\uFEFFnumber,customer,status,currency,total,placedAt,address.recipient,address.phone,address.region,address.street,note,items.product,items.sku,items.title,items.quantity,items.unitPrice
XM1,u-1,paid,CNY,32800,2026-11-18 10:24,林晓雨,13857120416,浙江省 杭州市,"良渚街道 12 号,
后门",,linen-dress,LD-1,"亚麻裙（""雾蓝"" S）",1,26900
XM1,u-1,,,,,,,,,,cap,CAP,棒球帽,1,5900
XM2,u-2,shipped,CNY,5900,2026-11-19T08:00:00+08:00,,,,,放门口,cap,CAP,棒球帽,1,5900
`

describe('xiaoer import of a table', () => {
  it('makes one order of the rows with its number, with what lies in quotes and below dots', async () => {
    await using shop = await openShop({ 'orders.csv': ORDERS })

    const code = await shop.run('orders', 'orders.csv')

    expect([code, complained, said]).toEqual([0, [], ['导入 2 条。']])
    expect(await findOrder(shop, 'XM1')).toMatchObject({
      total: 32800,
      placedAt: Date.parse('2026-11-18T10:24:00+08:00'),
      address: { recipient: '林晓雨', street: '良渚街道 12 号,\n后门' },
      items: [
        { productId: 'linen-dress', title: '亚麻裙（"雾蓝" S）' },
        { productId: 'cap', quantity: 1 },
      ],
    })
    expect(await findOrder(shop, 'XM2')).toMatchObject({ note: '放门口', status: 'shipped', history: [] })
  })

  it('reads lists in a cell, as JSON or parted by semicolons, and both languages of a text', async () => {
    await using shop = await openShop({
      'customers.csv': 'id,name,tags\r\nu-1,林,老客;爱亚麻\r\nu-2,Mina,"[""vip""]"\r\n',
      'products.csv':
        'id,name.zh,name.en,price,attributes.material,hygiene,variants\r\ncap,棒球帽,Cap,5900,棉,否,"[{""sku"":""CAP"",""stock"":9}]"\r\n',
    })

    const codes = [await shop.run('customers', 'customers.csv'), await shop.run('products', 'products.csv')]

    const { storage } = await shop.stored()
    const customer = await storage.customers.findByIdentity({ kind: 'shop', value: 'u-1' })
    expect([codes, customer?.tags]).toEqual([
      [0, 0],
      ['老客', '爱亚麻'],
    ])
    expect(await storage.products.list()).toEqual([
      {
        id: 'cap',
        name: { zh: '棒球帽', en: 'Cap' },
        price: 5900,
        attributes: { material: '棉' },
        hygiene: false,
        variants: [{ sku: 'CAP', stock: 9 }],
      },
    ])
    expect(said.at(-1)).toBe('导入 1 条。\n正在运行的小二一分钟内用上；没在运行的，启动时用上。')
    await storage.close()
  })

  it('names line, field, cause and mend of each mistake, and imports the rest', async () => {
    await using shop = await openShop({
      'orders.csv': [
        'number,customer,status,currency,total,placedAt,items.product,items.sku,items.title,items.quantity,items.unitPrice',
        'XM1,u-1,paid,CNY,269.00,2026-11-18 10:24,linen-dress,LD-1,亚麻裙,1,26900',
        'XM2,u-1,payed,CNY,26900,2026-13-18,linen-dress,LD-1,亚麻裙,1,26900',
        'XM2,,,,,,cap,CAP,棒球帽,2.50,5900',
        'XM3,,paid,CNY,5900,2026-11-18,cap,CAP,棒球帽,1,5900',
        'XM4,u-4,paid,CNY,5900,2026-11-18,cap,CAP,棒球帽,1,5900',
        'XM4,u-5,paid,CNY,5900,2026-11-18,cap,CAP,棒球帽,1,5900',
        'XM5,u-4,paid,CNY,5900,2026-11-18,cap,CAP,棒球帽,1,5900,多了',
        'XM6,u-4,paid,CNY,5900,2026-11-18,cap,CAP,棒球"帽,1,5900',
        'XM7,u-4,paid,CNY,5900,2026-11-18,cap,CAP,棒球帽,1,5900',
        'XM1,u-4,paid,CNY,5900,2026-11-18,cap,CAP,棒球帽,1,5900',
      ].join('\n'),
    })

    const code = await shop.run('orders', 'orders.csv')

    expect(code).toBe(1)
    expect(shop.faults()).toEqual([
      '✗ orders.csv:2 total 「269.00」不对 → 金额以分为单位：写 26900',
      '✗ orders.csv:3 status 「payed」不对 → 只能是：unpaid | paid | shipped | delivered | completed | closed',
      '✗ orders.csv:3 placedAt 「2026-13-18」不对 → 写成 2026-11-18 10:24（店铺时间）或 2026-11-18T10:24:00+08:00',
      '✗ orders.csv:4 items.quantity 「2.50」不对 → 写整数',
      '✗ orders.csv:5 customer 没有填 → 补上 customer',
      '✗ orders.csv:7 customer 和第 6 行的「customer」不一样 → 同一个编号的行，这一列留空或写成一样',
      '✗ orders.csv:8 有 12 格，表头只有 11 列 → 格子里有逗号的，整格用双引号包起来',
      '✗ orders.csv:9 引号的位置不对 → 整格用双引号包起来，格子里的双引号写两个：""',
      '✗ orders.csv:11 number 「XM1」的行没有挨在一起 → 按 number 排好序再导入',
    ])
    expect(said).toEqual(['导入 1 条，7 条有误。'])
    expect([(await findOrder(shop, 'XM7'))?.number, await findOrder(shop, 'XM2')]).toEqual(['XM7', undefined])
  })

  it('says the same in English', async () => {
    await using shop = await openShop({
      'coupons.csv': 'id,name,kind,off,from,until\nC1,Off,amount,20.5,0,2026-12-01\n',
    })

    const code = await shop.run('coupons', 'coupons.csv', { locale: 'en' })

    expect([code, said]).toEqual([1, ['0 imported, 1 to mend.']])
    expect(shop.faults()).toEqual([
      '✗ coupons.csv:2 off "20.5" is wrong → money is in minor units (cents): write 2050',
      '✗ coupons.csv:2 from "0" is wrong → write 2026-11-18 10:24 (the shop\'s time) or 2026-11-18T10:24:00+08:00',
    ])
  })

  it.each([
    [
      'a column that there is none of',
      'id,nmae\nu-1,林\n',
      /^✗ f\.csv:1 nmae 不认识的列「nmae」 → 删掉这一列，或改成：id, name, /,
    ],
    ['a column twice', 'id,name,name\nu-1,林,林\n', /^✗ f\.csv:1 name 列「name」出现了两次/],
    ['no column of ids', 'name\n林\n', /^✗ f\.csv:1 id 缺少「id」列/],
    ['a quote that never closes', 'id,name\nu-1,"林\nu-2,陈\n', /^✗ f\.csv:2 这里开始的引号一直没有结束/],
  ])('imports nothing of a table with %s', async (_, text, message) => {
    await using shop = await openShop({ 'f.csv': text })

    const code = await shop.run('customers', 'f.csv')

    expect([code, said]).toEqual([1, ['导入 0 条，1 条有误。']])
    expect(shop.faults()).toEqual([expect.stringMatching(message)])
  })

  it('knows a file that a spreadsheet saved in another encoding, by its line', async () => {
    await using shop = await openShop({ 'f.csv': '' })
    const gbk = Buffer.concat([Buffer.from('id,name\nu-1,'), Buffer.from([0xc1, 0xd6]), Buffer.from('\nu-2,ok\n')])
    await writeFile(join(shop.folder.path, 'f.csv'), gbk)

    const code = await shop.run('customers', 'f.csv')

    expect([code, said]).toEqual([1, ['导入 1 条，1 条有误。']])
    expect(shop.faults()).toEqual(['✗ f.csv:2 不是 UTF-8 编码 → 在 Excel 里另存为「CSV UTF-8（逗号分隔）」'])
  })
})

describe('xiaoer import of NDJSON', () => {
  const PARCEL = { carrier: '中通快递', status: 'packed' }
  const lines = (...objects: object[]) => objects.map((one) => `${JSON.stringify(one)}\n`).join('')

  it('refuses what the shop does not have, and writes all that is wrong where it is asked to', async () => {
    await using shop = await openShop({
      'orders.csv': ORDERS,
      'parcels.ndjson': `${lines({ trackingNumber: 'ZT1', order: 'XM1', ...PARCEL })}{oops\n${lines(
        { trackingNumber: 'ZT2', order: 'XM9', ...PARCEL },
        { trackingNumber: 'ZT3', order: 'XM2', ...PARCEL, colour: 'red' },
      )}`,
    })
    await shop.run('orders', 'orders.csv')

    const code = await shop.run('parcels', 'parcels.ndjson', { errors: 'out.ndjson' })

    expect(code).toBe(1)
    expect(shop.faults()).toEqual([
      expect.stringMatching(/^✗ parcels\.ndjson:2 不是完整的 JSON/),
      '✗ parcels.ndjson:3 order 没有「XM9」这张订单 → 先导入订单，再导入物流',
      '✗ parcels.ndjson:4 colour 不认识的字段「colour」 → 检查拼写（字段见 docs/shop-data.md），用不到就删掉',
    ])
    const written = (await readFile(join(shop.folder.path, 'out.ndjson'), 'utf8')).trim().split('\n')
    expect(written.map((line) => JSON.parse(line))).toContainEqual({
      line: 3,
      path: 'order',
      cause: '没有「XM9」这张订单',
      mend: '先导入订单，再导入物流',
      data: { trackingNumber: 'ZT2', order: 'XM9', ...PARCEL },
    })
    expect((await findOrder(shop, 'XM1'))?.parcels).toHaveLength(1)
  })

  it('names what a new product lacks, and takes a part of one that the knowledge has', async () => {
    await using shop = await openShop({
      'products.jsonl': lines({ id: 'scarf', price: 100 }, { id: 'linen-dress', price: 19900 }),
    })

    const code = await shop.run('products', 'products.jsonl')

    expect([code, said[0]?.split('\n')[0]]).toEqual([1, '导入 1 条，1 条有误。'])
    expect(shop.faults()).toEqual([
      '✗ products.jsonl:1 name 新商品「scarf」缺少 name, variants → 补全；知识库里写过的商品才可以只推一部分',
    ])
  })

  it('writes nothing in a trial, and refuses in it what it would refuse', async () => {
    await using shop = await openShop({
      'customers.ndjson': lines({ id: 'u-1', name: '林' }),
      'parcels.ndjson': lines({ trackingNumber: 'ZT1', order: 'XM1', ...PARCEL }),
    })

    const codes = [
      await shop.run('customers', 'customers.ndjson', { dryRun: true }),
      await shop.run('parcels', 'parcels.ndjson', { dryRun: true }),
    ]

    const { storage } = await shop.stored()
    expect(codes).toEqual([0, 1])
    expect(said).toEqual(['试跑：1 条可以导入；什么都没有写入。', '试跑：0 条可以导入，1 条有误；什么都没有写入。'])
    expect(await storage.customers.findByIdentity({ kind: 'shop', value: 'u-1' })).toBeUndefined()
    await storage.close()
  })

  it('works beside a server that writes into the same file', async () => {
    const many = Array.from({ length: 400 }, (_, n) => ({ id: `u-${n}`, name: `顾客 ${n}` }))
    await using shop = await openShop({ 'customers.ndjson': lines(...many) })
    const server = await shop.stored()
    let running = true
    const writes = (async () => {
      for (let n = 0; running; n += 1) {
        await server.storage.audit
          .add({ at: n, actor: 'system', action: 'test', target: '', detail: {} })
          .catch(() => 0)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    })()

    const code = await shop.run('customers', 'customers.ndjson')
    running = false
    await writes
    await server.storage.close()

    expect([code, said]).toEqual([0, ['导入 400 条。']])
  })
})

describe('xiaoer import', () => {
  it.each([
    [
      'a kind that there is none of',
      'carts',
      'f.csv',
      '没有「carts」这一类。可以导入：customers, products, orders, parcels, coupons',
    ],
    ['a spreadsheet', 'orders', 'f.xlsx', '另存为「CSV UTF-8」'],
    ['a file that is not there', 'orders', 'none.csv', '读不到'],
  ])('refuses %s, and says what to do', async (_, kind, file, message) => {
    await using shop = await openShop({})

    await expect(shop.run(kind, file)).rejects.toThrow(message)
  })
})
