import { describe, expect, it } from 'vitest'
import { checkFiles } from '../../src/actions/knowledge/check-draft.ts'
import { publishDraft } from '../../src/actions/knowledge/publish-draft.ts'
import { readDraft, seenOf } from '../../src/actions/knowledge/read-draft.ts'
import { rollBack } from '../../src/actions/knowledge/roll-back.ts'
import { saveDraftFile } from '../../src/actions/knowledge/save-draft-file.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { readFiles } from '../../src/knowledge/load.ts'
import { GOOD, goodBut, openFolder } from '../knowledge/shop-folder.ts'
import { sharedModels } from '../support/editing-shop.ts'
import { canShare, type Node, startNodes, startRedisLine } from '../support/nodes.ts'

const FILE = 'faq/shipping.yaml'
const WORDS = 'lexicon/words.yaml'
const NEW = goodBut(FILE, '前付款当天发出', '前付款当天就发')
const SLOW = { timeout: 120_000 }

async function publishAt({ app: { deps } }: Node, owner: Agent, path: string, text: string): Promise<void> {
  await saveDraftFile(deps, owner, { path, text, seen: seenOf(await readDraft(deps), path) })
  const { files, print } = await readDraft(deps)
  const workshop = { ...deps.editing.workshop, confuse: async () => [] }
  const quick = { ...deps, editing: { ...deps.editing, workshop } }
  await deps.storage.draftChecks.keep(await checkFiles(quick, { files, print, last: 0 }, () => undefined))
  await publishDraft(deps, owner, { print, note: path, confirmed: true })
}

const versionAt = ({ app }: Node) => app.deps.live.current().knowledge.version

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe.skipIf(!canShare)('a publication on one of several nodes', () => {
  it('serves on all, is gone on from at any, and is taken back for all', SLOW, async () => {
    await using line = await startRedisLine()
    await using one = await openFolder(GOOD)
    await using other = await openFolder(GOOD)
    const models = await sharedModels()
    await using shop = await startNodes([line, line], {}, (place) => ({
      models,
      folder: place === 0 ? one.path : other.path,
    }))
    const [here, there] = shop.nodes
    if (!here || !there) throw new Error('there are no two nodes')
    const owner = await here.app.agent('Lin', { role: 'owner', present: false })
    const old = versionAt(here)

    await publishAt(here, owner, FILE, NEW)
    await until(() => versionAt(there) === versionAt(here))
    expect(versionAt(there)).not.toBe(old)
    expect((await readDraft(there.app.deps)).files[FILE]).toBe(NEW)

    await publishAt(there, owner, WORDS, `# at the other node\n${GOOD[WORDS]}`)
    await until(() => versionAt(there) === versionAt(here))
    expect((await readFiles(other.path)).files).toMatchObject({
      [FILE]: NEW,
      [WORDS]: expect.stringContaining('other node') as string,
    })

    await rollBack(here.app.deps, owner, { number: 1, note: '' })
    await until(() => versionAt(there) === old)
    expect((await readFiles(one.path)).files).toEqual((await here.app.deps.storage.publications.find(1))?.files)
    expect((await there.app.deps.storage.publications.list(9)).map(({ kind, note }) => [kind, note])).toEqual([
      ['rolled_back', ''],
      ['published', WORDS],
      ['published', FILE],
      ['saved', ''],
    ])
  })
})
