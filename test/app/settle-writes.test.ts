import { execFileSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Deps } from '../../src/actions/deps.ts'
import { checkFiles } from '../../src/actions/knowledge/check-draft.ts'
import { publishDraft } from '../../src/actions/knowledge/publish-draft.ts'
import { readDraft, seenOf } from '../../src/actions/knowledge/read-draft.ts'
import { rollBack } from '../../src/actions/knowledge/roll-back.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { GOOD, goodBut, openFolder } from '../knowledge/shop-folder.ts'
import { sharedModels } from '../support/editing-shop.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const FILE = 'faq/shipping.yaml'
const NEW = goodBut(FILE, '前付款当天发出', '前付款当天就发')
const ADDED = 'lexicon/more.yaml'
const SLOW = { timeout: 120_000 }

/** The process ends at this point: nothing that comes after it is done. */
class Killed extends Error {}

async function openShop(changes: Readonly<Record<string, string>> = { [FILE]: NEW, [ADDED]: 'out_of_scope: []\n' }) {
  const folder = await openFolder(GOOD)
  const git = (...words: string[]) => execFileSync('git', ['-C', folder.path, ...words], { encoding: 'utf8' })
  git('init', '-q')
  git('add', '.')
  git('-c', 'user.name=x', '-c', 'user.email=x@y', 'commit', '-qm', 'shop')
  const opened = await openMemory()
  const models = await sharedModels()
  const start = () => startTestApp({ folder: folder.path, opened, models })
  const app = await start()
  const owner = await app.agent('Lin', { role: 'owner' })
  for (const [path, text] of Object.entries(changes)) {
    const seen = (await readDraft(app.deps)).liveFiles[path] === undefined ? undefined : await seenIn(app.deps, path)
    await saveDraftFile(app.deps, owner, { path, text, seen })
  }
  const { files, print } = await readDraft(app.deps)
  await app.deps.storage.draftChecks.keep(await checkFiles(quick(app.deps), { files, print, last: 0 }, () => undefined))
  return {
    app,
    owner,
    folder,
    git,
    publish: (deps: Deps) => publishDraft(deps, owner, { print, note: '改', confirmed: true }),
    restart: async (): Promise<TestApp> => {
      await app[Symbol.asyncDispose]()
      return start()
    },
    [Symbol.asyncDispose]: async () => {
      await opened.storage.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

async function seenIn(deps: Deps, path: string): Promise<string | undefined> {
  return seenOf(await readDraft(deps), path)
}

/** Without what takes long and is none of this test's business. */
function quick(deps: Deps): Deps {
  return { ...deps, editing: { ...deps.editing, workshop: { ...deps.editing.workshop, confuse: async () => [] } } }
}

/** Dies when it is asked to do this to the folder; `first` is still done. */
function dying(
  deps: Deps,
  at: 'write' | 'takeUp',
  first?: (changes: Readonly<Record<string, string | undefined>>) => Promise<void>,
): Deps {
  const die = async (changes: Readonly<Record<string, string | undefined>> = {}) => {
    await first?.(changes)
    throw new Killed()
  }
  const folder = { ...deps.editing.folder, read: deps.editing.folder.read, [at]: die }
  // Nothing of what follows a failure may run either.
  const publications = { ...deps.storage.publications, end: () => Promise.reject(new Killed()) }
  return { ...deps, editing: { ...deps.editing, folder }, storage: { ...deps.storage, publications } }
}

const answerOf = ({ deps }: TestApp) =>
  JSON.stringify(deps.live.current().knowledge.intents.get('shipping_time')?.answers)

describe('a publication that is killed', () => {
  it('before it writes, leaves the old knowledge and the draft', SLOW, async () => {
    await using shop = await openShop()
    await expect(shop.publish(dying(shop.app.deps, 'write'))).rejects.toThrow()

    await using again = await shop.restart()

    expect(shop.git('status', '--porcelain')).toBe('')
    expect(answerOf(again)).not.toContain('就发')
    expect((await readDraft(again.deps)).changes.map(({ path }) => path)).toEqual([FILE, ADDED])
    expect(await again.deps.storage.publications.unfinished()).toEqual([])
  })

  it('while it writes, takes back what it has written, and the draft is there', SLOW, async () => {
    await using shop = await openShop()
    const half = async ({ [FILE]: text }: Readonly<Record<string, string | undefined>>) => {
      await shop.folder.write(FILE, text ?? '')
      await writeFile(join(shop.folder.path, 'lexicon/.more.yaml.xiaoer'), 'half a te')
    }
    await expect(shop.publish(dying(shop.app.deps, 'write', half))).rejects.toThrow()
    expect(shop.git('status', '--porcelain')).not.toBe('')

    await using again = await shop.restart()

    expect(shop.git('status', '--porcelain')).toBe('')
    expect(await readdir(join(shop.folder.path, 'lexicon'))).toEqual(['words.yaml'])
    expect(answerOf(again)).not.toContain('就发')
    expect((await readDraft(again.deps)).changes.map(({ path }) => path)).toEqual([FILE, ADDED])
    expect((await again.deps.storage.publications.list(9)).map(({ kind }) => kind)).toEqual(['saved'])
  })

  it('when all is written, has published', SLOW, async () => {
    await using shop = await openShop()
    const { folder } = shop.app.deps.editing
    const deps = dying(shop.app.deps, 'takeUp')
    await expect(
      shop.publish({ ...deps, editing: { ...deps.editing, folder: { ...deps.editing.folder, write: whole } } }),
    ).rejects.toThrow()
    async function whole(changes: Readonly<Record<string, string | undefined>>) {
      // The way back is what comes after the death.
      if (changes[FILE] === NEW) await folder.write(changes)
      else throw new Killed()
    }

    await using again = await shop.restart()

    expect(answerOf(again)).toContain('就发')
    expect((await readDraft(again.deps)).changes).toEqual([])
    expect((await again.deps.storage.publications.list(9))[0]).toMatchObject({
      kind: 'published',
      note: '改',
      by: { name: 'Lin' },
    })
    expect(await again.deps.storage.publications.unfinished()).toEqual([])
  })
})

it('puts the folder back where what was written does not come to serve', SLOW, async () => {
  await using shop = await openShop()
  const { folder } = shop.app.deps.editing
  let asked = 0
  const broken = { place: `${FILE}:1:1`, cause: { zh: '坏', en: 'bad' }, mend: { zh: '改', en: 'mend' } }
  const takeUp = async () => (asked++ === 0 ? { version: 'old', problems: [broken] } : folder.takeUp())
  const deps = { ...shop.app.deps, editing: { ...shop.app.deps.editing, folder: { ...folder, takeUp } } }

  await expect(shop.publish(deps)).rejects.toMatchObject({ code: 'knowledge_broken', problems: [broken] })

  expect(shop.git('status', '--porcelain')).toBe('')
  expect((await readDraft(shop.app.deps)).changes).toHaveLength(2)
  expect(await shop.app.deps.storage.publications.unfinished()).toEqual([])
  await shop.app[Symbol.asyncDispose]()
})

it(
  'changes nothing in a checkout but what was edited, and takes away what an older version did not have',
  SLOW,
  async () => {
    await using shop = await openShop()
    const { deps } = shop.app

    await shop.publish(deps)
    expect(shop.git('status', '--porcelain').split('\n').filter(Boolean).toSorted()).toEqual([
      ` M ${FILE}`,
      `?? ${ADDED}`,
    ])
    expect(shop.git('diff', '--stat', '--', FILE)).toContain('1 insertion(+), 1 deletion(-)')

    await saveDraftFile(deps, shop.owner, { path: 'faq/later.yaml', text: 'intents: []\n' })
    await rollBack(deps, shop.owner, { number: 1, note: '' })

    expect(shop.git('status', '--porcelain')).toBe('')
    expect((await readDraft(deps)).changes.map(({ path }) => path)).toEqual(['faq/later.yaml'])
    await shop.app[Symbol.asyncDispose]()
  },
)

it('keeps what was saved on while it was published, as a change of what was published', SLOW, async () => {
  await using shop = await openShop()
  const { folder } = shop.app.deps.editing
  const later = `${NEW}# later\n`
  const write = async (changes: Readonly<Record<string, string | undefined>>) => {
    await saveDraftFile(shop.app.deps, shop.owner, { path: FILE, text: later, seen: await seenIn(shop.app.deps, FILE) })
    await folder.write(changes)
  }

  await shop.publish({ ...shop.app.deps, editing: { ...shop.app.deps.editing, folder: { ...folder, write } } })

  const { changes, laid } = await readDraft(shop.app.deps)
  expect(changes).toMatchObject([{ path: FILE, base: NEW, text: later }])
  expect(laid.get(FILE)).toMatchObject({ conflict: false, merged: false })
  await shop.app[Symbol.asyncDispose]()
})
