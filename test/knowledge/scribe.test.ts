import { describe, expect, it } from 'vitest'
import { createScribe } from '../../src/knowledge/scribe.ts'
import type { YamlEdit } from '../../src/ports/knowledge-editing.ts'

const scribe = createScribe({ folder: 'intents' })

const SHIPPING = `# What shoppers ask about shipping.
intents:
  # The most frequent of all.
  - id: shipping_time   # asked daily
    title: {zh: 发货时间, en: 'Shipping time'}
    examples:
      # plainly
      - 什么时候发货
      - "今天拍今天能发吗"   # before noon
      # in English
      - how soon do you ship
    not: [帮我催一下发货]

    answers:
      - say: "{{ shop.cutoff }} 前付款当天发出"   # until we move
        when: { clock.before: "{{ shop.cutoff }}" }
      # else
      - say: >
          明天
          发出
    next: [shipping_urge, carrier]

  # Impatient ones.
  - id: shipping_urge
    title: 催发货
    examples: [快点发货]
`

/** What becomes of the file: its lines that went, and those that came. */
function edited(edits: readonly YamlEdit[], text = SHIPPING): { readonly gone: string[]; readonly came: string[] } {
  const after = scribe.edit(text, edits)
  const [old, now] = [text.split('\n'), after.split('\n')]
  return { gone: without(old, now), came: without(now, old) }
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others]
  return lines.filter((line) => {
    const at = rest.indexOf(line)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

const time = ['intents', { id: 'shipping_time' }] as const
const urge = ['intents', { id: 'shipping_urge' }] as const

describe('an edit', () => {
  it('of nothing, or of what stands there already, changes no byte', () => {
    const same = scribe.edit(SHIPPING, [
      { path: [...time, 'not'], value: ['帮我催一下发货'] },
      { path: [...time, 'title', 'en'], value: 'Shipping time' },
      { path: [...time, 'autonomy'] },
    ])

    expect(same).toBe(SHIPPING)
  })

  it('of a word changes that line, and keeps the comment behind it', () => {
    const id = edited([{ path: [...time, 'examples', 1], value: '今天能发吗' }])

    expect(id).toEqual({
      gone: ['      - "今天拍今天能发吗"   # before noon'],
      came: ['      - "今天能发吗"   # before noon'],
    })
  })

  it.each([
    [[...time, 'title', 'en'], 'Shipping', "    title: {zh: 发货时间, en: 'Shipping'}"],
    [[...time, 'title', 'zh'], '发货, 快', '    title: {zh: "发货, 快", en: \'Shipping time\'}'],
    [[...time, 'answers', 0, 'say'], '明天发', '      - say: 明天发   # until we move'],
    [[...time, 'answers', 0, 'when', 'clock.before'], '17:00', '        when: { clock.before: 17:00 }'],
    [[...time, 'id'], 'ship', '  - id: ship   # asked daily'],
    [[...urge, 'title'], '# no comment', '    title: "# no comment"'],
    [[...urge, 'title'], '12', '    title: "12"'],
    [[...urge, 'title'], { zh: '催', en: 'Urge' }, '    title: {zh: 催, en: Urge}'],
  ] as const)('of %j to %j writes %s', (path, value, line) => {
    expect(edited([{ path, value }]).came).toEqual([line])
  })

  it('keeps a list in brackets in brackets while it fits, and writes it line by line when it does not', () => {
    const short = edited([{ path: [...time, 'next', 2], value: 'late' }])
    const long = edited([{ path: [...time, 'next'], value: ['shipping_urge', ...names(12)] }])

    expect(short.came).toEqual(['    next: [shipping_urge, carrier, late]'])
    expect(long.came).toEqual(['    next:', ...['shipping_urge', ...names(12)].map((name) => `      - ${name}`)])
  })

  it('of a list leaves the lines of what stays, with their comments', () => {
    const value = ['何时发货', 'how soon do you ship', '几天到', '什么时候发货']
    const after = scribe.edit(SHIPPING, [{ path: [...time, 'examples'], value }])

    expect(scribe.read(after)).toMatchObject({ intents: [{ examples: value }, {}] })
    expect(after).toContain('# in English\n      - how soon do you ship\n      - 几天到\n')
    expect(after).toContain('      # plainly\n')
  })

  it('adds a field below the one that it follows, and an entry below the last one, as the others are written', () => {
    const { gone, came } = edited([
      { path: [...urge, 'not'], value: ['什么时候发货'] },
      { path: ['intents', 2], value: { id: 'carrier', title: { zh: '快递', en: 'Carrier' }, examples: ['什么快递'] } },
    ])

    expect(gone).toEqual([])
    expect(came).toEqual([
      '    not: [什么时候发货]',
      '  - id: carrier',
      '    title: {zh: 快递, en: Carrier}',
      '    examples:',
      '      - 什么快递',
      '',
    ])
  })

  it('that takes an entry away takes what is said above it, and nothing of the others', () => {
    const first = scribe.edit(SHIPPING, [{ path: time }])
    const second = scribe.edit(SHIPPING, [{ path: urge }])
    const answer = edited([{ path: [...time, 'answers', 1] }])

    expect(first).toBe(
      `# What shoppers ask about shipping.\nintents:\n${SHIPPING.slice(SHIPPING.indexOf('  # Impatient'))}`,
    )
    expect(second).toBe(SHIPPING.slice(0, SHIPPING.indexOf('\n  # Impatient')))
    expect(answer).toEqual({ gone: ['      # else', '      - say: >', '          明天', '          发出'], came: [] })
  })

  it('that takes everything of a list away leaves an empty one', () => {
    expect(edited([{ path: [...urge, 'examples', 0] }]).came).toEqual(['    examples: []'])
  })

  it('moves entries with all that is written in and above them', () => {
    const data = scribe.read(SHIPPING) as { intents: unknown[] }
    const after = scribe.edit(SHIPPING, [{ path: ['intents'], value: data.intents.toReversed() }])

    expect(scribe.read(after)).toEqual({ intents: data.intents.toReversed() })
    expect(without(SHIPPING.split('\n'), after.split('\n'))).toEqual([])
    expect(after).toMatch(/# Impatient ones\.\n {2}- id: shipping_urge[^#]*\n\n {2}# The most frequent of all\./)
  })

  it('writes several lines as several lines', () => {
    const { came } = edited([
      { path: [...urge, 'title'], value: 'one\ntwo' },
      { path: [...time, 'answers', 1, 'say'], value: '后天\n发出' },
    ])

    expect(came).toEqual(['      - say: |-', '          后天', '    title: |-', '      one', '      two'])
  })

  it.each([
    ['CRLF', SHIPPING.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${SHIPPING}`],
    ['no line break at its end', SHIPPING.trimEnd()],
  ])('keeps %s', (_what, text) => {
    const edits = [
      { path: [...time, 'examples', 3], value: '几天到' },
      { path: [...urge, 'autonomy'], value: 'notify' },
    ]

    const after = scribe.edit(text, edits)

    const plain = (one: string) =>
      one
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
        .trim()
    expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
    expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(text))
    expect(after.endsWith('\n')).toBe(text.endsWith('\n'))
    expect(without(plain(text).split('\n'), plain(after).split('\n'))).toEqual([])
    expect(scribe.read(after)).toMatchObject({
      intents: [
        { examples: ['什么时候发货', '今天拍今天能发吗', 'how soon do you ship', '几天到'] },
        { autonomy: 'notify' },
      ],
    })
  })

  it.each([
    ['', 'intents:\n  - id: a\n    title: A\n    examples:\n      - 你好 啊\n'],
    ['# my answers\n', '# my answers\nintents:\n  - id: a\n    title: A\n    examples:\n      - 你好 啊\n'],
  ])('begins a file', (text, file) => {
    const value = { intents: [{ id: 'a', title: 'A', examples: ['你好 啊'] }] }

    expect(scribe.edit(text, [{ path: [], value }])).toBe(file)
  })

  it.each([
    ['intents:\n- id: a\n  examples:\n  - 你好 啊\n', '  - 在 吗\n'],
    ['intents:\n    -   id: a\n        examples:\n            -   你好 啊\n', '            - 在 吗\n'],
  ])('keeps the indentation of the file', (text, line) => {
    expect(scribe.edit(text, [{ path: ['intents', 0, 'examples', 1], value: '在 吗' }])).toBe(text + line)
  })

  it('creates the sections on the way', () => {
    expect(scribe.edit('shop:\n  name: 小店\n', [{ path: ['security', 'second_step'], value: 'owners' }])).toBe(
      'shop:\n  name: 小店\nsecurity:\n  second_step: owners\n',
    )
  })

  it('leaves an anchor where others lean on it', () => {
    const text = 'a: &x [1, 2]\nb: *x\nc: {<<: {d: 1}, e: 2}\n'

    expect(scribe.edit(text, [{ path: ['b', 1], value: 3 }])).toBe('a: &x [1, 2]\nb: [1, 3]\nc: {<<: {d: 1}, e: 2}\n')
    expect(scribe.read(scribe.edit(text, [{ path: ['a', 0], value: 3 }]))).toMatchObject({ a: [3, 2], b: [1, 2] })
  })

  it('writes out what others refer to when it goes', () => {
    const text = 'list:\n  - id: a\n    l: &x [1, 2]\n  - id: b\n    l: *x # as a\n  - id: c\n    l: [*x, 3]\n'

    expect(scribe.edit(text, [{ path: ['list', 0] }])).toBe(
      'list:\n  - id: b\n    l: [1, 2] # as a\n  - id: c\n    l: [[1, 2], 3]\n',
    )
  })

  it.each([
    ['a: [', [{ path: ['a'], value: 1 }]],
    ['<<<<<<< 草稿\na: 1\n=======\na: 2\n>>>>>>> 文件夹\n', [{ path: ['a'], value: 1 }]],
    [SHIPPING, [{ path: ['intents', { id: 'nobody' }, 'title'], value: 1 }]],
    [SHIPPING, [{ path: ['intents', 5], value: 1 }]],
    [SHIPPING, [{ path: [...urge, 'title', 'zh', 'deeper'], value: 1 }]],
  ] as const)('refuses what it cannot do', (text, edits) => {
    expect(() => scribe.edit(text, edits)).toThrow(expect.objectContaining({ code: 'knowledge_unreadable' }))
  })
})

function names(many: number): readonly string[] {
  return Array.from({ length: many }, (_, n) => `intent_number_${n}`)
}

describe('two changes of one file', () => {
  const base = 'a: 1\nb: 2\nc: 3\nd: 4\n'

  it('are taken together where they do not touch', () => {
    const merged = scribe.merge({ base, mine: base.replace('1', '10'), theirs: base.replace('4', '40') })

    expect(merged).toEqual({ text: 'a: 10\nb: 2\nc: 3\nd: 40\n', conflicts: 0 })
  })

  it('are taken once where they are the same', () => {
    expect(scribe.merge({ base, mine: `${base}e: 5\n`, theirs: `${base}e: 5\n` })).toEqual({
      text: `${base}e: 5\n`,
      conflicts: 0,
    })
  })

  it('are both shown where they contradict', () => {
    const merged = scribe.merge({ base, mine: base.replace('b: 2', 'b: 20'), theirs: base.replace('b: 2', 'b: 21') })

    expect(merged).toEqual({
      text: 'a: 1\n<<<<<<< 草稿\nb: 20\n=======\nb: 21\n>>>>>>> 文件夹\nc: 3\nd: 4\n',
      conflicts: 1,
    })
  })
})
