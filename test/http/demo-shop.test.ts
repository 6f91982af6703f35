import { describe, expect, it } from 'vitest'
import type { KnowledgeBase, Product } from '../../src/domain/knowledge.ts'
import { formatMoney } from '../../src/domain/present.ts'
import { html, raw, renderMarkup } from '../../src/http/demo-shop/html.ts'
import { renderHome, renderNotFound, renderProduct } from '../../src/http/demo-shop/pages.ts'
import { SHOP_CSS } from '../../src/http/demo-shop/shop-css.ts'
import { SHOP_JS } from '../../src/http/demo-shop/shop-js.ts'
import { toHomeView, toNotFoundView, toProductView } from '../../src/http/demo-shop/views.ts'
import { USUAL_DESK } from '../domain/given-desk.ts'

const PEOPLE = [{ key: 'lin', name: '林晓', about: { zh: '裙子在路上', en: 'Her dress is on its way' } }]

const DRESS: Product = {
  id: 'linen-dress',
  name: { zh: '亚麻裙', en: 'Linen dress' },
  aliases: [],
  category: { zh: '女装', en: 'Women' },
  price: 26_900,
  image: '/media/products/linen-dress.svg',
  summary: { zh: '透气', en: 'Breathable' },
  attributes: { material: { zh: '亚麻', en: 'Linen' }, neck_line: 'V' },
  variants: [
    { sku: 'B-S', color: { zh: '雾蓝', en: 'Mist blue' }, size: 'S', stock: 0 },
    { sku: 'B-M', color: { zh: '雾蓝', en: 'Mist blue' }, size: 'M', stock: 3 },
    { sku: 'O-M', color: { zh: '燕麦', en: 'Oatmeal' }, size: 'M', stock: 12 },
  ],
  sizeTable: {
    unit: 'cm',
    columns: { chest: { zh: '胸围', en: 'Bust' }, length: { zh: '衣长', en: 'Length' } },
    rows: [
      { size: 'S', cells: { chest: 92, length: 112 }, fits: {} },
      { size: 'M', cells: { chest: 96 }, fits: {} },
    ],
  },
  tags: [],
  hygiene: false,
  answers: {},
  goesWith: ['kettle', 'gone'],
}

const KETTLE: Product = {
  ...DRESS,
  id: 'kettle',
  name: '养生壶',
  category: { zh: '小家电', en: 'Small appliances' },
  variants: [{ sku: 'K', stock: 0 }],
}

describe('html', () => {
  it('escapes values in text and in quoted attributes', () => {
    const evil = `<script>alert("1")</script>&'`

    const page = renderMarkup(html`<a title="${evil}">${evil}</a>`)

    const safe = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;'
    expect(page).toBe(`<a title="${safe}">${safe}</a>`)
  })

  it('keeps nested markup, joins lists and leaves out what is absent', () => {
    const page = renderMarkup(
      html`<ul>${['<a>', 'b'].map((text) => html`<li>${text}</li>`)}${false}${undefined}${0}</ul>`,
    )

    expect(page).toBe('<ul><li>&lt;a&gt;</li><li>b</li>0</ul>')
  })

  it('leaves a text alone only where it was called raw', () => {
    expect(renderMarkup(html`${raw('<b>')}${'<b>'}`)).toBe('<b>&lt;b&gt;')
  })
})

describe('the front page', () => {
  it('shows products by category, what there is most of first', () => {
    const view = toHomeView(shopWith([KETTLE, DRESS, { ...DRESS, id: 'tee' }]), 'zh', PEOPLE)

    expect(view.sections.map(({ anchor, name, layout, tiles }) => [anchor, name, layout, tiles.length])).toEqual([
      ['women', '女装', 'two', 2],
      ['small-appliances', '小家电', 'one', 1],
    ])
    expect(view.categories.map(({ path }) => path)).toEqual(['/#women', '/#small-appliances'])
    expect(view.sections[1]?.tiles[0]).toMatchObject({ name: '养生壶', price: '¥269', soldOut: true })
  })

  it.each([
    [4, 'four'],
    [5, 'lead'],
    [6, 'three'],
    [7, 'wide'],
    [10, 'wides'],
  ])('lays out %i tiles without a hole in the last row', (count, layout) => {
    const products = Array.from({ length: count }, (_, n) => ({ ...DRESS, id: `dress-${n}` }))

    expect(toHomeView(shopWith(products), 'zh', PEOPLE).sections).toMatchObject([{ layout }])
  })

  it('speaks English and keeps doing so on the pages it links to', () => {
    const view = toHomeView(shopWith([DRESS]), 'en', PEOPLE)

    expect(view.sections[0]?.tiles[0]).toMatchObject({ name: 'Linen dress', path: '/products/linen-dress?lang=en' })
    expect(view.categories).toEqual([{ name: 'Women', path: '/?lang=en#women' }])
    expect(view.otherLanguage).toEqual({ locale: 'zh', name: '中文', path: '/?lang=zh' })
    expect(renderHome(view)).toContain('<html lang="en">')
  })

  it('promises only what the shop wrote down', () => {
    const kept = toHomeView(shopWith([DRESS], { cutoff: '15:00', coupon: 'a ¥5 coupon' }), 'en', PEOPLE)
    const bare = toHomeView(shopWith([DRESS], {}), 'en', PEOPLE)

    expect(kept.services.map(({ title }) => title)).toEqual(['Paid by 15:00, ships today'])
    expect(kept.offers).toEqual([{ kind: 'coupon', label: 'Welcome coupon', text: 'A ¥5 coupon' }])
    expect([bare.services, bare.offers, bare.contacts, bare.stores]).toEqual([[], [], [], []])
  })

  it('tells the hours of the desk in as few lines as it takes', () => {
    const { deskHours } = toHomeView(shopWith([DRESS]), 'en', PEOPLE)

    expect(deskHours).toEqual([
      { days: 'Mon – Fri', times: '09:00–12:30, 13:30–24:00' },
      { days: 'Sat', times: '10:00–18:00' },
      { days: 'Sun', times: 'Closed' },
    ])
  })
})

describe('the product page', () => {
  it('preselects the first variant in stock and says how many there are', () => {
    const view = toProductView(shopWith([DRESS, KETTLE]), DRESS, 'zh', PEOPLE)

    expect(view).toMatchObject({ styles: ['雾蓝', '燕麦'], sizes: ['S', 'M'], sizeLegend: '尺码' })
    expect(view.variants.map(({ level }) => level)).toEqual(['out', 'low', 'in'])
    expect(view.chosen).toMatchObject({ style: '雾蓝', size: 'M', text: '库存不多 · 仅剩 3 件' })
  })

  it('shows attributes, the size table and what goes with it, skipping what is gone', () => {
    const view = toProductView(shopWith([DRESS, KETTLE]), DRESS, 'en', PEOPLE)

    expect(view.attributes).toEqual([
      { label: 'Material', text: 'Linen' },
      { label: 'neck line', text: 'V' },
    ])
    expect(view.sizeTable).toEqual({
      caption: 'in cm',
      columns: ['Size', 'Bust', 'Length'],
      rows: [
        ['S', '92', '112'],
        ['M', '96', '–'],
      ],
    })
    expect(view.goesWith.tiles.map(({ path }) => path)).toEqual(['/products/kettle?lang=en'])
  })

  it('shows what the chosen variant costs where that differs', () => {
    const variants = [
      { sku: 'S', size: '50 g', stock: 0 },
      { sku: 'L', size: '80 g', stock: 2, price: 30_900 },
    ]

    const view = toProductView(shopWith([{ ...DRESS, variants }]), { ...DRESS, variants }, 'zh', PEOPLE)

    expect(view.price).toBe('¥309')
    expect(view.variants.map(({ price }) => price)).toEqual(['¥269', '¥309'])
  })

  it('says beside the measures whom a size fits, and nothing twice', () => {
    const fits = { height: [155, 162], foot: [23, 23.5] } as const
    const rows = [
      { size: '37', cells: { foot: 235 }, fits },
      { size: '38', cells: {}, fits: {} },
    ] as const
    const sizeTable = { unit: 'mm', columns: { foot: { zh: '脚长', en: 'Foot length' } }, rows }

    const view = toProductView(shopWith([DRESS]), { ...DRESS, sizeTable }, 'en', PEOPLE)

    expect(view.fitTable).toEqual({
      caption: 'Whom each size fits',
      columns: ['Size', 'Height, cm'],
      rows: [
        ['37', '155–162'],
        ['38', '–'],
      ],
    })
    expect(toProductView(shopWith([DRESS]), DRESS, 'en', PEOPLE)).not.toHaveProperty('fitTable')
  })

  it('promises no free return of what was opened where hygiene forbids it', () => {
    const shop = shopWith([DRESS], { return_days: '7' })
    const tell = (hygiene: boolean) => toProductView(shop, { ...DRESS, hygiene }, 'en', PEOPLE).services

    expect(tell(true)).toEqual([expect.objectContaining({ text: 'While sealed; once opened, for faults only' })])
    expect(tell(false)).toEqual([expect.objectContaining({ text: 'Unused and in resaleable condition' })])
  })

  it('does without variants, picture and size table', () => {
    const { image: _, sizeTable: __, ...rest } = { ...DRESS, variants: [], goesWith: [], attributes: {} }

    const page = renderProduct(toProductView(shopWith([rest]), rest, 'zh', []))

    expect(page).toContain('class="no-picture"')
    expect(page).not.toMatch(/data-variants|<table|undefined/)
  })

  it('escapes whatever an owner writes', () => {
    const evil = '"><img src=x onerror=alert(1)>'
    const product = { ...DRESS, name: evil, summary: evil, category: evil, attributes: { a: evil } }
    const odd = { ...product, variants: [{ sku: 'x', color: evil, size: evil, stock: 1 }] }

    const page = renderProduct(
      toProductView(shopWith([odd], { promotion: evil }), odd, 'zh', [{ key: evil, name: evil, about: evil }]),
    )

    expect(page).not.toContain('<img src=x')
    expect(page).toContain('&quot;&gt;&lt;img src=x')
  })
})

describe('every page', () => {
  const knowledge = shopWith([DRESS, KETTLE])
  const pages = {
    home: renderHome(toHomeView(knowledge, 'zh', PEOPLE)),
    product: renderProduct(toProductView(knowledge, DRESS, 'zh', PEOPLE)),
    notFound: renderNotFound(toNotFoundView(knowledge, 'zh', PEOPLE)),
  }

  it.each(Object.entries(pages))('runs under a strict CSP: nothing inline (%s)', (_, page) => {
    expect(page).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/)
    expect(page.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
      '<script src="/shop.js" defer></script>',
      '<script async src="/widget.js" data-locale="zh"></script>',
    ])
  })

  it.each(Object.entries(pages))('has one h1, its landmarks, and pictures that hold their place (%s)', (_, page) => {
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    for (const landmark of ['<header', '<nav', '<main', '<footer']) expect(page).toContain(landmark)
    for (const image of page.match(/<img[^>]*>/g) ?? []) expect(image).toMatch(/alt="[^"]+" width="\d+" height="\d+"/)
  })

  it('tells the widget which product is looked at, and offers the demo customers', () => {
    expect(pages.product).toContain('<body data-product="linen-dress">')
    expect(pages.home).toContain('<body>')
    expect(pages.home).toContain('data-person="lin" title="裙子在路上" aria-pressed="false">林晓</button>')
  })
})

describe('what goes beside the pages', () => {
  it('formats prices in minor units of the currency', () => {
    expect([formatMoney(26_900, 'CNY', 'zh'), formatMoney(3990, 'CNY', 'en')]).toEqual(['¥269', '¥39.90'])
    expect(formatMoney(500, 'JPY', 'en')).toBe('¥500')
  })

  it('is a script that parses and a stylesheet that asks nobody else', () => {
    expect(() => new Function(SHOP_JS)).not.toThrow()
    expect(SHOP_CSS).not.toMatch(/url\(|@import/)
  })
})

function shopWith(products: readonly Product[], facts: Readonly<Record<string, string>> = {}): KnowledgeBase {
  const workday = [
    { from: 540, until: 750 },
    { from: 810, until: 1440 },
  ]

  return {
    version: '1',
    shop: {
      name: { zh: '小满生活', en: 'Xiaoman Living' },
      language: 'zh',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      greeting: '您好',
      quickReplies: [],
      accent: '#C8400A',
      facts,
    },
    calendar: {
      timeZone: 'Asia/Shanghai',
      weekly: {
        mon: workday,
        tue: workday,
        wed: workday,
        thu: workday,
        fri: workday,
        sat: [{ from: 600, until: 1080 }],
        sun: [],
      },
      days: [],
    },
    reception: {
      mode: 'auto',
      first: 'bot',
      split: 0.5,
      schedule: [],
      botAfterPerson: false,
      autoAbove: 1,
      vetoSeconds: 15,
    },
    handoff: { afterMisses: 2, sensitive: [], tiersFirst: [], vanishSeconds: 30 },
    desk: USUAL_DESK,
    thresholds: { answer: 0.5, clarify: 0.2, risky: 0.7, riskyIntents: [] },
    intents: new Map(),
    products: new Map(products.map((product) => [product.id, product])),
    flows: new Map(),
    selling: { promotions: [] },
    dialogue: { forgetMinutes: 120, stuckHours: 48, proofTries: 5 },
    security: { secondStep: 'nobody' },
    ratings: { quietMinutes: 10, correctMinutes: 5, badUpTo: 2 },
    forbidden: [],
    synonyms: [],
    outOfScope: [],
    tests: [],
  }
}
