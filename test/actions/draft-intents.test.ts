import { describe, expect, it } from 'vitest'
import { addDraftExamples } from '../../src/actions/knowledge/add-draft-examples.ts'
import { createDraftIntent } from '../../src/actions/knowledge/create-draft-intent.ts'
import { getDraftIntent } from '../../src/actions/knowledge/get-draft-intent.ts'
import { listDraftIntents } from '../../src/actions/knowledge/list-draft-intents.ts'
import { readDraft, seenOf } from '../../src/actions/knowledge/read-draft.ts'
import { removeDraftIntent } from '../../src/actions/knowledge/remove-draft-intent.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import { saveDraftIntent } from '../../src/actions/knowledge/save-draft-intent.ts'
import type { IntentForm } from '../../src/domain/intent-form.ts'
import { GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { startTestApp } from '../support/test-app.ts'

const FILE = 'faq/shipping.yaml'
const TEXT = `# Shipping, as the warehouse told us.
${(GOOD[FILE] ?? '').replace('- say: 明天发出', '# else\n      - say: 明天发出   # always')}`

/** A shop whose owner edits intents in a folder of its own. */
async function startEditing(files: Readonly<Record<string, string>> = {}) {
  const folder = await openFolder({ ...GOOD, [FILE]: TEXT, ...files })
  const app = await startTestApp({ folder: folder.path })
  const { deps } = app
  const owner = await app.agent('Lin', { role: 'owner' })
  return {
    app,
    deps,
    folder,
    owner,
    get: (id: string) => getDraftIntent(deps, owner, id),
    change: async (id: string, change: (form: IntentForm) => Partial<IntentForm>) => {
      const { form, seen } = await getDraftIntent(deps, owner, id)
      return saveDraftIntent(deps, owner, { id, form: { ...form, ...change(form) }, seen })
    },
    text: async (file = FILE) => (await readDraft(deps)).files[file],
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const NEW: IntentForm = {
  id: 'gift_wrap',
  title: { zh: '礼品包装', en: 'Gift wrap' },
  examples: ['可以包装成礼物吗', '有礼盒吗', 'gift wrap', '包装好看吗', '送人的'],
  not: [],
  answers: [{ say: { zh: '可以的' }, next: ['shipping_time'] }],
  autonomy: 'auto',
  next: [],
  enabled: true,
}

describe('an intent of the draft', () => {
  it('is a form, with its file, its line and what is odd in it', async () => {
    await using shop = await startEditing()

    const intent = await shop.get('shipping_time')

    expect(intent).toMatchObject({ file: FILE, line: 3, changed: false, problems: [], warnings: [] })
    expect(intent.form).toEqual({
      id: 'shipping_time',
      title: { zh: '发货时间' },
      examples: ['什么时候发货', '今天拍今天能发吗', '几天能发货', '周末发货吗', 'how soon do you ship'],
      not: [],
      answers: [
        {
          was: 0,
          say: { zh: '{{ shop.cutoff }} 前付款当天发出' },
          when: { 'clock.before': '{{ shop.cutoff }}' },
        },
        { was: 1, say: { zh: '明天发出' } },
      ],
      autonomy: 'auto',
      next: ['shipping_urge'],
      enabled: true,
    })
  })

  it('is saved as it was without a change of a single byte', async () => {
    await using shop = await startEditing()

    for (const id of ['shipping_time', 'shipping_urge']) await shop.change(id, () => ({}))

    expect(await shop.text()).toBe(TEXT)
    expect((await readDraft(shop.deps)).changes).toEqual([])
  })

  it('keeps comments, and all that the form does not hold, when it is saved', async () => {
    await using shop = await startEditing()

    await shop.change('shipping_urge', (form) => ({
      answers: form.answers.map((one) => ({ ...one, say: { zh: '马上帮您催', en: 'On it' }, until: '2026-12-01' })),
      enabled: false,
    }))
    await shop.change('shipping_time', (form) => ({ examples: [...form.examples, '多久发'], autonomy: 'notify' }))

    expect(await shop.text()).toBe(
      TEXT.replace('how soon do you ship]', 'how soon do you ship, 多久发]')
        .replace('    next: [shipping_urge]\n', '    autonomy: notify\n    next: [shipping_urge]\n')
        .replace(
          'title: {zh: 催发货, en: Ship it faster}\n',
          'title: {zh: 催发货, en: Ship it faster}\n    enabled: false\n',
        )
        .replace(
          '{say: 马上催, priority: 1,',
          '{say: {zh: 马上帮您催, en: On it}, valid: {until: 2026-12-01}, priority: 1,',
        ),
    )
  })

  it('keeps what is written beside each answer when they change places, and one goes', async () => {
    await using shop = await startEditing()

    await shop.change('shipping_time', ({ answers: [first, second] }) => ({
      answers: [{ ...second, say: { zh: '后天发出' } }, ...(first ? [first] : []), { say: { zh: '新的' } }],
    }))
    const turned = await shop.text()
    await shop.change('shipping_time', ({ answers: [first] }) => ({ answers: first ? [first] : [] }))

    expect(turned).toContain(`    answers:
      # else
      - say: 后天发出   # always
      - say: "{{ shop.cutoff }} 前付款当天发出"
        when: {clock.before: "{{ shop.cutoff }}"}
      - say: 新的
    next:`)
    expect(await shop.text()).toContain(`    answers:
      # else
      - say: 后天发出   # always
    next:`)
  })

  it('cannot be saved over what somebody else has saved', async () => {
    await using shop = await startEditing()
    const { form, seen } = await shop.get('shipping_time')
    await shop.change('shipping_urge', () => ({ examples: ['快'] }))

    await expect(
      saveDraftIntent(shop.deps, shop.owner, { id: 'shipping_time', form: { ...form, enabled: false }, seen }),
    ).rejects.toMatchObject({ code: 'knowledge_changed' })
  })

  it('gets another id only while nobody names it', async () => {
    await using shop = await startEditing()
    await createDraftIntent(shop.deps, shop.owner, { form: NEW, file: FILE })

    const renamed = await shop.change('gift_wrap', () => ({ id: 'gift_box' }))

    expect(renamed.form.id).toBe('gift_box')
    await expect(shop.change('shipping_urge', () => ({ id: 'urge' }))).rejects.toMatchObject({
      code: 'intent_referred',
      problems: [{ place: 'faq/shipping.yaml:11:12' }, { place: 'shop.yaml:21:19' }],
    })
    await expect(shop.change('gift_box', () => ({ id: 'shipping_time' }))).rejects.toMatchObject({
      code: 'intent_taken',
    })
    await expect(shop.get('gift_wrap')).rejects.toMatchObject({ code: 'intent_not_found' })
  })

  it('is created at the end of a file or in a new one, and goes again', async () => {
    await using shop = await startEditing()

    const made = await createDraftIntent(shop.deps, shop.owner, { form: NEW, file: 'faq/gifts.yaml' })
    const text = await shop.text('faq/gifts.yaml')
    await removeDraftIntent(shop.deps, shop.owner, 'gift_wrap')

    expect(made).toMatchObject({ file: 'faq/gifts.yaml', line: 2, changed: true, problems: [], warnings: [] })
    expect(text).toBe(`intents:
  - id: gift_wrap
    title: {zh: 礼品包装, en: Gift wrap}
    examples:
      - 可以包装成礼物吗
      - 有礼盒吗
      - gift wrap
      - 包装好看吗
      - 送人的
    answers:
      - say: 可以的
        next: [shipping_time]
`)
    expect(await shop.text('faq/gifts.yaml')).toBe('intents: []\n')
    for (const file of ['products/gifts.yaml', 'gifts.yaml', 'faq/gifts.txt']) {
      await expect(createDraftIntent(shop.deps, shop.owner, { form: NEW, file })).rejects.toMatchObject({
        code: 'knowledge_path',
      })
    }
    await expect(removeDraftIntent(shop.deps, shop.owner, 'shipping_urge')).rejects.toMatchObject({
      code: 'intent_referred',
    })
  })

  it('gets examples, but none that is one already', async () => {
    await using shop = await startEditing()

    const added = await addDraftExamples(shop.deps, shop.owner, {
      intent: 'shipping_urge',
      examples: ['催一催', ' 快点发货！', '几天能发货？', '催一催', ''],
    })

    expect(added).toEqual({
      added: ['催一催'],
      there: [
        { example: '快点发货！', intent: 'shipping_urge' },
        { example: '几天能发货？', intent: 'shipping_time' },
        { example: '催一催', intent: 'shipping_urge' },
      ],
    })
    expect(await shop.text()).toBe(TEXT.replace('please ship it faster]', 'please ship it faster, 催一催]'))
  })

  it('is nothing for agents', async () => {
    await using shop = await startEditing()
    const mina = await shop.app.agent('Mina')
    const save = { id: 'shipping_time', form: NEW, seen: '' }

    for (const refused of [
      listDraftIntents(shop.deps, mina),
      getDraftIntent(shop.deps, mina, 'shipping_time'),
      saveDraftIntent(shop.deps, mina, save),
      createDraftIntent(shop.deps, mina, { form: NEW, file: FILE }),
      removeDraftIntent(shop.deps, mina, 'shipping_time'),
      addDraftExamples(shop.deps, mina, { intent: 'shipping_time', examples: ['a'] }),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('the intents of the draft', () => {
  it('are listed with what has changed, and with what is odd or wrong within their lines', async () => {
    await using shop = await startEditing()
    await shop.change('shipping_urge', () => ({ examples: ['快', '几天能发货'] }))

    const { intents, problems } = await listDraftIntents(shop.deps, shop.owner)

    expect(intents.map(({ form, changed, warnings }) => [form.id, changed, warnings.length])).toEqual([
      ['shipping_time', false, 0],
      ['shipping_urge', true, 2],
    ])
    expect(problems).toEqual([])
  })

  it('of a file that cannot be read are missing, and the file is told of', async () => {
    await using shop = await startEditing()
    await createDraftIntent(shop.deps, shop.owner, { form: NEW, file: 'faq/gifts.yaml' })
    const seen = seenOf(await readDraft(shop.deps), FILE)
    await saveDraftFile(shop.deps, shop.owner, { path: FILE, text: 'intents:\n  - id: [\n', ...(seen && { seen }) })

    const { intents, problems } = await listDraftIntents(shop.deps, shop.owner)

    expect(intents.map(({ form }) => form.id)).toEqual(['gift_wrap'])
    expect(problems.map(({ place }) => place)).toEqual(['faq/shipping.yaml:3:1'])
    await expect(shop.get('shipping_time')).rejects.toMatchObject({ code: 'knowledge_unreadable' })
  })
})
