import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readFlows } from '../../web-console/knowledge/files/flow-graph.ts'
import { layOut } from '../../web-console/knowledge/files/flow-layout.ts'
import { readProducts } from '../../web-console/knowledge/files/read-products.ts'

const FLOW = `flows:
  - id: return
    title: {zh: 退货, en: Return}
    start: [return_apply]
    slots:
      - {name: order, kind: order, label: 订单, ask: 哪一单？}
      - {name: reason, kind: choice, label: 原因, ask: 为什么？}
      - {name: photo, kind: photo, label: 照片, ask: 拍一张, when: {slot.reason.eq: quality}}
    rules:
      - &unpaid
        when: {order.status.eq: unpaid}
        say: 还没付款
      - {when: {slot.reason.in: [other]}, say: 请同事看, result: handoff}
    confirm: {say: 请核对, yes: 提交}
    case: {type: return, due_hours: 24}
    done:
      - say: 好了
  - id: other
    title: 别的
    start: [x]
    slots: [{name: a, kind: text, label: 甲}]
    rules: [*unpaid]
    done: [{say: 完}]
`

describe('the graph of a flow', () => {
  const [flow, other] = readFlows(FLOW, 'zh')

  it('goes from the start over the slots to the end, and each knows its line', () => {
    expect(flow?.nodes.map(({ id, kind, title, line }) => [id, kind, title, line])).toEqual([
      ['start', 'start', 'return_apply', 4],
      ['slot 0', 'slot', '订单', 6],
      ['slot 1', 'slot', '原因', 7],
      ['slot 2', 'slot', '照片', 8],
      ['confirm', 'confirm', '提交', 14],
      ['case', 'case', 'return', 15],
      ['rule 0', 'rule', 'order.status.eq: unpaid', 11],
      ['rule 1', 'handoff', 'slot.reason.in: other', 13],
      ['done 0', 'done', '好了', 17],
    ])
  })

  it('hangs each rule where its facts are known, and goes past what is asked only sometimes', () => {
    expect(flow?.edges).toEqual(
      expect.arrayContaining([
        { from: 'slot 0', to: 'rule 0' },
        { from: 'slot 1', to: 'rule 1' },
        { from: 'slot 1', to: 'confirm', skips: true },
        { from: 'case', to: 'done 0' },
      ]),
    )
    expect(other?.nodes.find(({ id }) => id === 'rule 0')?.text).toBe('还没付款')
  })

  it('of a broken text is none, and of a half-written one what there is', () => {
    expect(readFlows('flows: [', 'zh')).toEqual([])
    expect(readFlows('flows:\n  - id: a\n    slots:\n', 'zh')).toHaveLength(1)
  })

  it('has a place for every step of the demo shop', async () => {
    for (const file of ['returns', 'orders', 'parcels', 'advice', 'money', 'problems']) {
      for (const graph of readFlows(await readFile(`intents/flows/${file}.yaml`, 'utf8'), 'zh')) {
        const { nodes, edges, width } = layOut(graph)

        expect(nodes.every(({ x, y }) => x >= 0 && y >= 0 && x < width)).toBe(true)
        expect(edges.every(({ path }) => path.startsWith('M'))).toBe(true)
      }
    }
  })
})

describe('the products of a file', () => {
  it('are read with their lines, and broken ones are left out', () => {
    const text =
      'products:\n  - id: tee\n    name: {zh: T 恤}\n    price: "89.00"\n    image: https://evil.example/x.png\n    variants: [{sku: a, stock: 3}, {sku: b, stock: 4}]\n  - 3\n'

    expect(readProducts(text, 'en')).toEqual([
      { id: 'tee', name: 'T 恤', price: '89.00', summary: '', image: undefined, variants: 2, stock: 7, line: 2 },
    ])
  })
})
