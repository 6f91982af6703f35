import { describe, expect, it } from 'vitest'
import type { DraftCheck, DraftFile, KnowledgeWrite } from '../../src/ports/knowledge-editing.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

const MINA = { id: 'mina', name: 'Mina' }

function file(path: string, more?: Partial<DraftFile>): DraftFile {
  return { path, base: 'old', text: 'new', by: MINA, at: NOON, ...more }
}

function check(print: string, at: number): DraftCheck {
  return {
    print,
    at,
    problems: [],
    warnings: [{ place: 'faq/a.yaml:1:1', cause: { zh: '少', en: 'few' }, mend: { zh: '多', en: 'more' } }],
    tests: { total: 2, failed: ['a'], newlyFailed: [] },
    confusion: [{ intent: 'a', taken: 'b', live: 1, draft: 2 }],
    replay: { conversations: 1, counts: { worse: 0, better: 0, different: 0, same: 3 }, questions: [] },
    regressions: 0,
    titles: { a: { zh: '甲', en: 'A' } },
  }
}

export function describeKnowledgeEditing(opened: Opened): void {
  describe('the draft of the knowledge', () => {
    const draft = () => opened().storage.knowledgeDraft

    it('lists what is changed by path, with new files and those that are to go', async () => {
      const { base: _base, ...added } = file('faq/b.yaml')
      const { text: _text, ...removed } = file('faq/a.yaml')
      await draft().save(added, undefined)
      await draft().save(removed, undefined)

      expect(await draft().list()).toEqual([removed, added])
      expect(await draft().find('faq/b.yaml')).toEqual(added)
      expect(await draft().find('faq/c.yaml')).toBeUndefined()
    })

    it('keeps a text word for word', async () => {
      const odd = file('a.yaml', { base: '\ufeffname: 一\r\n', text: '\ufeff\u0000😀' })
      await draft().save(odd, undefined)

      expect(await draft().find('a.yaml')).toEqual(odd)
    })

    it('keeps a file only over what its writer has seen', async () => {
      expect(await draft().save(file('a.yaml'), undefined)).toBe(true)
      expect(await draft().save(file('a.yaml', { text: 'blind', at: NOON + 1 }), undefined)).toBe(false)
      expect(await draft().save(file('a.yaml', { text: 'second', at: NOON + 2 }), NOON)).toBe(true)
      expect(await draft().save(file('a.yaml', { text: 'late', at: NOON + 3 }), NOON)).toBe(false)
      expect(await draft().save(file('b.yaml'), NOON)).toBe(false)

      expect(await draft().list()).toEqual([file('a.yaml', { text: 'second', at: NOON + 2 })])
    })

    it('lets one of two win who save at the same moment', async () => {
      const { storage, twin } = opened()
      const saved = await Promise.all([
        storage.knowledgeDraft.save(file('a.yaml', { text: 'one' }), undefined),
        twin.storage.knowledgeDraft.save(file('a.yaml', { text: 'two' }), undefined),
      ])

      expect(saved.toSorted()).toEqual([false, true])
    })

    it('forgets some of it, none, or all', async () => {
      for (const path of ['a.yaml', 'b.yaml', 'c.yaml']) await draft().save(file(path), undefined)

      await draft().discard([])
      await draft().discard(['b.yaml', 'never.yaml'])
      expect((await draft().list()).map(({ path }) => path)).toEqual(['a.yaml', 'c.yaml'])

      await draft().discard()
      expect(await draft().list()).toEqual([])
    })

    it('finds the check of a draft, the newest of it, and forgets what is long past', async () => {
      const checks = opened().storage.draftChecks
      for (let n = 1; n <= 11; n += 1) await checks.keep(check(`p${n}`, NOON + n))
      await checks.keep({ ...check('p11', NOON + 12), regressions: 2 })

      expect(await checks.find('p11')).toEqual({ ...check('p11', NOON + 12), regressions: 2 })
      expect(await checks.find('p2')).toEqual(check('p2', NOON + 2))
      expect(await checks.find('p1')).toBeUndefined()
    })
  })

  describe('publications', () => {
    const store = () => opened().storage.publications
    const one = (version: string, more?: object) =>
      ({ version, kind: 'published', at: NOON, by: MINA, note: '', ...more }) as const

    it('counts them from 1 and says what each has changed', async () => {
      const first = await store().add(
        { version: 'v1', kind: 'saved', at: NOON, note: '' },
        { 'a.yaml': '1', 'b.yaml': '1' },
      )
      const second = await store().add(one('v2', { note: '改价' }), { 'a.yaml': '2', 'c.yaml': '1' })

      expect(first).toEqual({
        number: 1,
        version: 'v1',
        kind: 'saved',
        at: NOON,
        note: '',
        changed: ['a.yaml', 'b.yaml'],
      })
      expect(second).toMatchObject({ number: 2, by: MINA, note: '改价', changed: ['a.yaml', 'b.yaml', 'c.yaml'] })
      expect(await store().list(10)).toEqual([second, first])
      expect(await store().list(10, 2)).toEqual([first])
      expect(await store().list(1)).toEqual([second])
    })

    it('gives back the files of each, word for word', async () => {
      const files = { 'a.yaml': '\ufeffname: 一 😀\r\n', 'b.yaml': '' }
      await store().add(one('v1'), files)
      await store().add(one('v2'), { 'b.yaml': 'x' })

      expect(await store().find(1)).toMatchObject({ publication: { version: 'v1' }, files })
      expect((await store().find(2))?.files).toEqual({ 'b.yaml': 'x' })
      expect(await store().find(3)).toBeUndefined()
    })

    it('does not add the newest again, but an old one', async () => {
      const first = await store().add(one('v1'), { 'a.yaml': '1' })
      expect(await store().add(one('v1', { note: 'again' }), { 'a.yaml': '1' })).toEqual(first)

      await store().add(one('v2'), { 'a.yaml': '2' })
      expect(await store().add(one('v1', { kind: 'rolled_back' }), { 'a.yaml': '1' })).toMatchObject({ number: 3 })
    })

    it('gives every number once where several publish at the same moment', async () => {
      const { storage, twin } = opened()
      const add = (on: typeof storage, version: string) =>
        on.publications.add(one(version), { 'a.yaml': version, 'b.yaml': 'shared' })
      const added = await Promise.all([
        add(storage, 'v1'),
        add(twin.storage, 'v2'),
        add(storage, 'v3'),
        add(twin.storage, 'v3'),
      ])

      const listed = await store().list(10)
      expect(listed.map(({ number }) => number)).toEqual(listed.map((_, at) => listed.length - at))
      expect(new Set(added.map(({ version }) => version))).toEqual(new Set(['v1', 'v2', 'v3']))
    })

    it('remembers what has begun until it ends', async () => {
      const write = (id: string, at: number): KnowledgeWrite => ({
        id,
        ...one('v1'),
        at,
        changes: [
          { path: 'a.yaml', before: '1' },
          { path: 'b.yaml', after: '2' },
        ],
        ofDraft: true,
      })
      await store().begin(write('w2', NOON + 1))
      await store().begin(write('w1', NOON))
      expect(await store().unfinished()).toEqual([write('w1', NOON), write('w2', NOON + 1)])

      await store().end('w1')
      expect(await store().unfinished()).toEqual([write('w2', NOON + 1)])
    })
  })
}
