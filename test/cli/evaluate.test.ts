import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { evaluateCommand } from '../../src/cli/eval.ts'
import { explain } from '../../src/cli/explain.ts'
import { type Folder, openFolder } from '../knowledge/shop-folder.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const said: string[] = []
let data: Folder

/** One folder of data for all, so that the shop is trained once. */
beforeAll(async () => {
  data = await openFolder({})
})

afterAll(() => data[Symbol.asyncDispose]())

beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
})

afterEach(() => vi.restoreAllMocks())

describe('xiaoer eval', () => {
  it('prints one object of figures rounded to four places, on one line if asked', async () => {
    await using folder = await openFolder({ 'rows.tsv': '包邮吗\tshipping_fee\n在吗\tgreet\n转人工\tgreet\n' })

    const code = await evaluateCommand({ file: join(folder.path, 'rows.tsv'), knowledge: TEST_SHOP, json: true })

    expect(code).toBe(0)
    expect(said).toHaveLength(1)
    expect(said[0]).not.toContain('\n')
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ total: 3, top1: 0.6667, auroc: null })
  })

  it('holds back the examples themselves where no file is named', async () => {
    const code = await evaluateCommand({ crossValidate: true, knowledge: TEST_SHOP })

    expect(code).toBe(0)
    expect(said.join('\n')).toContain('\n  "total": 62,\n')
  })

  it('refuses a noise that there is none of, and names those that there are', async () => {
    await expect(evaluateCommand({ file: 'rows.tsv', knowledge: TEST_SHOP, noise: 'loud' })).rejects.toThrow(
      'There is no noise "loud". Choose one of: typo, homophone, traditional, punctuation, pinyin.',
    )
  })

  it('refuses to measure nothing, and names both ways to measure something', async () => {
    await expect(evaluateCommand({ knowledge: TEST_SHOP })).rejects.toThrow(
      'Name the labelled messages with --file, or hold back examples with --cross-validate.',
    )
  })

  it.each(['0', '1', '-0.1', '', '4%', 'much'])('takes %j for no risk', async (risk) => {
    await expect(evaluateCommand({ crossValidate: true, knowledge: TEST_SHOP, risk })).rejects.toThrow(
      `"${risk}" is no risk. Write a share of wrong answers, as 0.04.`,
    )
  })
})

describe('xiaoer explain', () => {
  it('says what it would do, why, and what was named, in the language of the terminal', async () => {
    const request = { message: '亚麻裙今天拍今天能发吗', folder: TEST_SHOP, dataDir: data.path }

    await explain(request, 'zh', false)
    await explain(request, 'en', false)
    const [zh = '', en = ''] = said

    expect(zh.split('\n')[0]).toMatch(/^[✓?] 会(?:回答|追问)：发货时间 \(shipping_time\) \d+ %/)
    expect(zh).toMatch(/关键的词 {2}「.+」\+0\.\d\d/)
    expect(zh).toContain('像的例句  「今天拍今天能发吗」')
    expect(zh).toContain('提到: product「亚麻裙」linen-dress')
    expect(en.split('\n')[0]).toMatch(/^(?:✓ Answers|\? Asks back): 发货时间 \(shipping_time\) \d+ %/)
  })

  it('says which confidence nothing reached', async () => {
    await explain({ message: '???', folder: TEST_SHOP, dataDir: data.path }, 'en', false)

    expect(said[0]?.split('\n')[0]).toBe('✗ Not understood: no intent reaches 18 %')
  })

  it('says all of it as JSON', async () => {
    await explain({ message: '包邮吗', folder: TEST_SHOP, dataDir: data.path }, 'zh', true)

    expect(JSON.parse(said[0] ?? '')).toMatchObject({ verdict: 'answer', language: 'zh', thresholds: { answer: 0.55 } })
  })

  it('refuses knowledge that is not there, and says what to look after', async () => {
    const request = { message: '在吗', folder: join(data.path, 'nowhere'), dataDir: data.path }

    await expect(explain(request, 'zh', false)).rejects.toThrow(/nowhere.* → 检查文件夹是否存在/)
    expect(said).toEqual([])
  })
})
