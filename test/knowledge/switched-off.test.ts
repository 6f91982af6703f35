import { describe, expect, it } from 'vitest'
import { GOOD, goodBut, loadShop } from './shop-folder.ts'

const FLOW = `flows:
  - id: hurry
    title: 催发货
    start: [shipping_urge]
    slots:
      - {name: order, kind: order, ask: 哪一单, label: 订单}
    done: [{say: 记下了, next: [shipping_urge]}]
`

/** The good shop, with everything that may lead to an intent leading to one that is switched off. */
const OFF = {
  'faq/shipping.yaml': goodBut('faq/shipping.yaml', 'autonomy: notify', 'enabled: false'),
  'shop.yaml': goodBut('shop.yaml', 'quick_replies: [shipping_time]', 'quick_replies: [shipping_urge, shipping_time]'),
  'products/dress.yaml': goodBut('products/dress.yaml', '      shipping_time:', '      shipping_urge:'),
  'flows/hurry.yaml': FLOW,
  'tests/shipping.yaml': `${GOOD['tests/shipping.yaml']}  - {say: 快点, expect: shipping_urge}\n`,
}

describe('an intent that is switched off', () => {
  it('is not there for shoppers, and neither is what leads to it', async () => {
    const loaded = await loadShop(OFF)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const { knowledge } = loaded

    expect([...knowledge.intents.keys()]).toEqual(['shipping_time'])
    expect(knowledge.intents.get('shipping_time')?.next).toEqual([])
    expect(knowledge.shop.quickReplies).toEqual(['shipping_time'])
    expect(knowledge.thresholds.riskyIntents).toEqual([])
    expect(knowledge.products.get('linen-dress')?.answers).toEqual({})
    expect(knowledge.flows.get('hurry')).toMatchObject({ start: [], done: [{ next: [] }] })
    expect(knowledge.tests.map(({ expect: wanted }) => wanted)).toEqual(['shipping_time', 'none', undefined])
  })

  it('is no mistake where it is named, but is told of', async () => {
    const loaded = await loadShop(OFF)

    const told = loaded.ok ? loaded.warnings.map(({ place, cause }) => [place, JSON.stringify(cause)]) : []
    expect(told.map(([place]) => place).toSorted()).toEqual([
      'faq/shipping.yaml:9:12',
      'flows/hurry.yaml:4:13',
      'flows/hurry.yaml:7:30',
      'products/dress.yaml:18:9',
      'shop.yaml:21:19',
      'shop.yaml:7:19',
      'tests/shipping.yaml:5:23',
    ])
    expect(new Set(told.map(([, cause]) => cause))).toEqual(
      new Set([
        '{"zh":"「shipping_urge」已停用，这里当它不在","en":"\\"shipping_urge\\" is switched off, and left out here"}',
      ]),
    )
  })

  it('still has to be written without mistakes, and keeps its id to itself', async () => {
    const twice = `${OFF['faq/shipping.yaml']}  - {id: shipping_urge, title: 催, examples: [催]}\n`
    const broken = OFF['faq/shipping.yaml'].replace('products: [linen-dress]', 'products: [no-dress]')

    expect(await loadShop({ ...OFF, 'faq/shipping.yaml': twice })).toMatchObject({ ok: false, problems: [{}] })
    expect(await loadShop({ ...OFF, 'faq/shipping.yaml': broken })).toMatchObject({ ok: false, problems: [{}] })
  })

  it('changes nothing while it is on', async () => {
    const on = await loadShop({
      'faq/shipping.yaml': goodBut('faq/shipping.yaml', 'autonomy: notify', 'enabled: true\n    autonomy: notify'),
    })
    const plain = await loadShop({})

    expect(on.ok && plain.ok && [...on.knowledge.intents]).toEqual(plain.ok && [...plain.knowledge.intents])
  })
})
