import { expect, it } from 'vitest'
import { readDraft, seenOf } from '../../src/actions/knowledge/read-draft.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import { GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { sharedModels } from '../support/editing-shop.ts'
import { startTestApp } from '../support/test-app.ts'

const FILE = 'faq/shipping.yaml'

/** A shop whose owner edits a folder of its own. */
async function startEditing() {
  const folder = await openFolder(GOOD)
  const app = await startTestApp({ folder: folder.path, models: await sharedModels() })
  const owner = await app.agent('Lin', { role: 'owner' })
  const seen = async (path: string) => seenOf(await readDraft(app.deps), path)
  return {
    app,
    deps: app.deps,
    folder,
    owner,
    seen,
    save: async (path: string, text?: string) => saveDraftFile(app.deps, owner, { path, text, seen: await seen(path) }),
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

it('lays what was saved over the folder, which stays as it is', async () => {
  await using shop = await startEditing()
  const before = await readDraft(shop.deps)

  await shop.save(FILE, 'intents: [')
  await shop.save('faq/new.yaml', 'intents: []\n')
  const draft = await shop.save('tests/shipping.yaml')

  expect(before.print).toBe(before.liveVersion)
  expect(draft.changes.map(({ path }) => path)).toEqual(['faq/new.yaml', FILE, 'tests/shipping.yaml'])
  expect(draft.files).toMatchObject({
    [FILE]: 'intents: [',
    'faq/new.yaml': 'intents: []\n',
    'shop.yaml': GOOD['shop.yaml'],
  })
  expect(draft.files['tests/shipping.yaml']).toBeUndefined()
  expect(draft.print).not.toBe(before.print)
  expect(draft.liveFiles).toEqual(before.files)
})

it('forgets a change that is taken back by hand', async () => {
  await using shop = await startEditing()
  await shop.save(FILE, '# other')
  await shop.save('faq/new.yaml', 'intents: []\n')

  await shop.save(FILE, GOOD[FILE])
  const draft = await shop.save('faq/new.yaml')

  expect(draft.changes).toEqual([])
})

it('refuses to save over what the writer has not seen', async () => {
  await using shop = await startEditing()
  const seen = await shop.seen(FILE)
  await shop.save(FILE, '# first')

  const late = saveDraftFile(shop.deps, shop.owner, { path: FILE, text: '# second', seen })
  const blind = saveDraftFile(shop.deps, shop.owner, { path: 'shop.yaml', text: '# blind' })

  await expect(late).rejects.toMatchObject({ code: 'knowledge_changed' })
  await expect(blind).rejects.toMatchObject({ code: 'knowledge_changed' })
  expect((await readDraft(shop.deps)).files[FILE]).toBe('# first')
})

it('refuses to save over what was saved in the folder meanwhile', async () => {
  await using shop = await startEditing()
  const seen = await shop.seen(FILE)
  await shop.folder.write(FILE, '# by hand')

  const late = saveDraftFile(shop.deps, shop.owner, { path: FILE, text: '# second', seen })

  await expect(late).rejects.toMatchObject({ code: 'knowledge_changed' })
})

it('lets one of two win who save at the same moment', async () => {
  await using shop = await startEditing()
  const seen = await shop.seen(FILE)

  const saved = await Promise.allSettled(
    ['# one', '# two'].map((text) => saveDraftFile(shop.deps, shop.owner, { path: FILE, text, seen })),
  )

  expect(saved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

it('marks what the folder and the draft contradict each other about, until somebody settles it', async () => {
  await using shop = await startEditing()
  await shop.save(FILE, '# mine')
  await shop.save('tests/shipping.yaml')
  await shop.folder.write(FILE, '# theirs')
  await shop.folder.write('tests/shipping.yaml', 'tests: []')

  const { laid } = await readDraft(shop.deps)
  expect(laid.get(FILE)).toMatchObject({ live: '# theirs', conflict: true })
  expect(laid.get(FILE)?.text).toContain('# mine')
  expect(laid.get('tests/shipping.yaml')).toMatchObject({ conflict: true, text: 'tests: []' })

  await shop.save(FILE, '# both')
  const settled = await shop.save('tests/shipping.yaml')
  expect([...settled.laid.values()].map(({ conflict }) => conflict)).toEqual([false, false])
  expect(settled.files).toMatchObject({ [FILE]: '# both' })
})

it('is for supervisors and owners, and for files of the knowledge only', async () => {
  await using shop = await startEditing()
  const agent = await shop.app.agent('Mina')

  await expect(saveDraftFile(shop.deps, agent, { path: FILE, text: '' })).rejects.toMatchObject({ code: 'forbidden' })
  for (const path of ['../x.yaml', 'elsewhere/x.yaml', 'faq/x.txt', 'outreach.yaml']) {
    await expect(shop.save(path, 'x')).rejects.toMatchObject({ code: 'knowledge_path' })
  }
  await expect(shop.save('faq/never.yaml')).rejects.toMatchObject({ code: 'knowledge_file_not_found' })
})
