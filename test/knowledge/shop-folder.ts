import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type LoadResult, loadKnowledge } from '../../src/knowledge/load.ts'

/** A whole shop in five files and a picture; it loads without a problem or a warning. */
export const GOOD: Readonly<Record<string, string>> = {
  'shop.yaml': `shop:
  name: {zh: 小店, en: Little shop}
  language: zh
  time_zone: Asia/Shanghai
  currency: CNY
  greeting: 您好
  quick_replies: [shipping_time]
  facts:
    cutoff: "16:00"
hours:
  weekly:
    mon: ["09:00-12:30", "13:30-24:00"]
  days:
    - {from: 2027-02-05, until: 2027-02-09, open: []}
reception:
  schedule:
    - {days: [sat], hours: "22:00-24:00", mode: assist}
handoff:
  sensitive: [律师]
thresholds:
  risky_intents: [shipping_urge]
`,
  'faq/shipping.yaml': `intents:
  - id: shipping_time
    title: 发货时间
    examples: [什么时候发货, 今天拍今天能发吗, 几天能发货, 周末发货吗, how soon do you ship]
    answers:
      - say: "{{ shop.cutoff }} 前付款当天发出"
        when: {clock.before: "{{ shop.cutoff }}"}
      - say: 明天发出
    next: [shipping_urge]
  - id: shipping_urge
    title: {zh: 催发货, en: Ship it faster}
    examples: [帮我催一下发货, 怎么还不发货, 快点发货, 三天了还没发, please ship it faster]
    not: [什么时候发货]
    answers:
      - {say: 马上催, priority: 1, image: /media/dress.svg, products: [linen-dress]}
    autonomy: notify
`,
  'products/dress.yaml': `products:
  - id: linen-dress
    name: 亚麻裙
    aliases: [裙子]
    category: 女装
    price: "269.50"
    image: /media/dress.svg
    summary: 好看
    attributes: {material: 亚麻}
    variants:
      - {sku: LD-S, color: 蓝, size: S, stock: 3}
    size_table:
      unit: cm
      columns: {chest: 胸围}
      rows: [{size: S, chest: 92}]
    answers:
      shipping_time:
        - say: 预售，七天内发出
          valid: {from: 2026-11-10, until: 2026-11-14}
    goes_with: [linen-dress]
`,
  'lexicon/words.yaml': `synonyms:
  - {concept: refund, words: [退款, 退钱]}
out_of_scope: [你们还招人吗]
`,
  'tests/shipping.yaml': `tests:
  - {say: 几天发货, expect: shipping_time}
  - {say: 我退学了, expect: none}
  - {say: 帮我催一下, not: shipping_time}
`,
  'media/dress.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

export interface Folder {
  readonly path: string
  write(file: string, text: string): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** A folder of its own under the system's temporary folder; gone when the test is. */
export async function openFolder(files: Readonly<Record<string, string | undefined>>): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'xiaoer-knowledge-'))
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(path, file)), { recursive: true })
    // As editors do: whoever watches never reads half a file.
    await writeFile(join(path, `${file}~`), text)
    await rename(join(path, `${file}~`), join(path, file))
  }
  for (const [file, text] of Object.entries(files)) if (text !== undefined) await write(file, text)
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** The good shop with these files instead of, or beside, its own; `undefined` takes one away. */
export async function loadShop(changes: Readonly<Record<string, string | undefined>>): Promise<LoadResult> {
  await using folder = await openFolder({ ...GOOD, ...changes })
  return await loadKnowledge(folder.path)
}

export const MARK = '‸'

/** A text in which `‸` stands before each culprit → the text without the marks, and their places as `line:column`. */
export function unmark(marked: string): { text: string; places: readonly string[] } {
  const places: string[] = []
  const lines = marked.split('\n').map((line, index) => {
    let rest = line
    for (let at = rest.indexOf(MARK); at >= 0; at = rest.indexOf(MARK)) {
      places.push(`${index + 1}:${at + 1}`)
      rest = rest.slice(0, at) + rest.slice(at + 1)
    }
    return rest
  })
  return { text: lines.join('\n'), places }
}

/** The good file with one piece of it written otherwise; throws if that piece is not there exactly once. */
export function goodBut(file: string, piece: string, instead: string): string {
  const parts = (GOOD[file] ?? '').split(piece)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} of ${JSON.stringify(piece)}`)
  return parts.join(instead)
}
