import { describe, expect, it } from 'vitest'
import { type Broken, expectRefusal } from './broken.ts'
import { GOOD, loadShop } from './shop-folder.ts'

const file = 'faq/more.yaml'
const intents = (body: string) => `intents:\n${body}`

const CASES: Readonly<Record<string, Broken>> = {
  'a tab that indents': {
    file,
    text: intents('‸\t- id: greet\n'),
    cause: ['Tab', 'a tab is used to indent'],
    mend: ['空格', 'use spaces'],
  },
  'a key that stands twice': {
    file,
    text: intents('  - id: greet\n    title: 打招呼\n    ‸title: 问候\n    examples: [在吗]\n'),
    cause: ['重复的字段', 'a key stands twice'],
    mend: ['合并', 'merge them'],
  },
  'a quote that is not closed': {
    file,
    text: intents('  - id: greet\n    title: "打招呼\n‸'),
    cause: ['少了一个符号', 'a character is missing'],
    mend: ['补上', 'add the missing'],
  },
  'a colon within a text': {
    file,
    text: intents('  - id: greet\n    title: ‸打招呼: 问候\n    examples: [在吗]\n'),
    cause: ['YAML 写法有误', 'this is not good YAML'],
    mend: ['加引号', 'quote a text'],
  },
  'a second document': {
    file,
    text: intents('  - {id: greet, title: 打招呼, examples: [在吗]}\n‸---\nintents: []\n'),
    cause: ['YAML 写法有误', 'multiple documents'],
    mend: ['检查这一行', 'check'],
  },
  'a tag of another program': {
    file,
    text: 'intents: ‸!python/tuple []\n',
    cause: ['YAML 写法有误', 'Unresolved tag'],
    mend: ['检查这一行', 'check'],
  },
  'an alias bomb': {
    file,
    text: `‸a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
      .split('')
      .map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[n]}`)}]\n`)
      .join('')}intents: *h\n`,
    cause: ['别名', 'too many aliases'],
    mend: ['直接写出来', 'write the content out'],
  },
  'what is nested deeper than anybody writes': {
    file,
    text: `intents: ${'['.repeat(50)}‸[]${']'.repeat(50)}\n`,
    cause: ['嵌套得太深', 'nested too deep'],
    mend: ['括号和缩进', 'the brackets'],
  },
  'what is nested so deep that no parser bears it': {
    file,
    text: `‸intents: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
    cause: ['嵌套得太深', 'nested too deep'],
    mend: ['括号和缩进', 'the brackets'],
  },
  'more than 1 MB': {
    file,
    text: `‸intents: []\n${'# 很长的一行注释\n'.repeat(60_000)}`,
    cause: ['超过 1 MB', 'larger than 1 MB'],
    mend: ['拆成几个文件', 'split it'],
  },
}

describe('a file that is not good YAML', () => {
  it.each(Object.entries(CASES))('is refused for %s, at its line and column', async (_what, broken) => {
    await expectRefusal(broken)
  })

  it.each([
    ['an indentation that fits nothing', '  - id: greet\n   title: 打招呼\n', '3:1'],
    ['a bracket that is not closed', '  - id: greet\n    examples: [在吗, 你好\n', '4:1'],
    ['a bracket that closes nothing', '  - id: greet\n    examples: 在吗]\n    title: ]\n', '4:12'],
  ])('is refused for %s, where it first shows', async (_what, body, place) => {
    const result = await loadShop({ [file]: intents(body) })

    expect(result.ok ? '' : result.problems[0]?.place).toBe(`${file}:${place}`)
  })

  it('is refused for brackets nested past all reason, and nothing is thrown', async () => {
    const result = await loadShop({ [file]: `intents: ${'['.repeat(20_000)}` })

    expect(result).toMatchObject({ ok: false })
    expect(result.ok ? '' : result.problems[0]?.place).toMatch(/^faq\/more\.yaml:1:\d+$/)
  })
})

describe('how a file was saved', () => {
  it('does not matter: a byte order mark and Windows line ends load, and are no part of the column', async () => {
    const saved = (text: string | undefined) => `\uFEFF${text?.replaceAll('\n', '\r\n')}`
    const good = await loadShop({ 'faq/shipping.yaml': saved(GOOD['faq/shipping.yaml']) })
    const broken = await loadShop({
      [file]: saved('intentz: []\nintents:\n  - {id: Greet, title: 在, examples: [在]}\n'),
    })

    expect(good).toMatchObject({ ok: true })
    expect(broken.ok ? [] : broken.problems.map((problem) => problem.place)).toEqual([`${file}:3:10`, `${file}:1:1`])
  })
})
