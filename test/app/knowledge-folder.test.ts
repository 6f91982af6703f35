import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openKnowledgeFolder } from '../../src/app/knowledge-folder.ts'
import { readFiles } from '../../src/knowledge/load.ts'
import { type Folder, GOOD, openFolder } from '../knowledge/shop-folder.ts'

const FILE = 'faq/shipping.yaml'

function open({ path }: Folder) {
  const nothing = () => {
    throw new Error('nothing serves')
  }
  return openKnowledgeFolder({ folder: path, live: { current: nothing, report: nothing } })
}

async function listAll({ path }: Folder): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name).slice(path.length + 1))
}

it('writes what has changed, takes away what is to go, and touches nothing else', async () => {
  await using own = await openFolder(GOOD)
  const folder = open(own)
  const shop = await stat(join(own.path, 'shop.yaml'))

  await folder.write({
    [FILE]: '# new\n',
    'faq/deep/er.yaml': 'intents: []\n',
    'products/dress.yaml': undefined,
    'shop.yaml': GOOD['shop.yaml'],
  })

  const { files, version } = await folder.read()
  expect(files[FILE]).toBe('# new\n')
  expect(files['faq/deep/er.yaml']).toBe('intents: []\n')
  expect((await listAll(own)).toSorted()).toEqual(
    [...Object.keys(GOOD).filter((path) => path !== 'products/dress.yaml'), 'faq/deep/er.yaml'].toSorted(),
  )
  expect((await stat(join(own.path, 'shop.yaml'))).ino).toBe(shop.ino)
  expect(folder.versionOf(files)).toBe(version)
  expect(version).toBe((await readFiles(own.path)).version)
})

it('keeps the mode of a file, and a link a link', async () => {
  await using own = await openFolder(GOOD)
  await chmod(join(own.path, FILE), 0o640)
  await mkdir(join(own.path, 'kept'))
  await writeFile(join(own.path, 'kept/words.yaml'), 'old')
  await symlink('../kept/words.yaml', join(own.path, 'lexicon/more.yaml'))

  await open(own).write({ [FILE]: '# new\n', 'lexicon/more.yaml': '# linked\n' })

  expect((await stat(join(own.path, FILE))).mode & 0o777).toBe(0o640)
  expect(await readlink(join(own.path, 'lexicon/more.yaml'))).toBe('../kept/words.yaml')
  expect(await readFile(join(own.path, 'kept/words.yaml'), 'utf8')).toBe('# linked\n')
})

it.each([
  '../outside.yaml',
  '/etc/x.yaml',
  'faq/../../x.yaml',
  'faq\\x.yaml',
  'faq//x.yaml',
  '.git/x.yaml',
  'faq/x.txt',
  'faq/a\u0000.yaml',
  'faq/.yaml',
])('refuses %j', async (path) => {
  await using own = await openFolder(GOOD)

  await expect(open(own).write({ [path]: 'x', [FILE]: 'x' })).rejects.toMatchObject({ code: 'knowledge_path' })
  expect((await open(own).read()).files[FILE]).toBe(GOOD[FILE])
})

it('follows no link that leads out of the folder', async () => {
  await using own = await openFolder(GOOD)
  await using other = await openFolder({ 'secret.yaml': 'mine' })
  await symlink(other.path, join(own.path, 'faq/out'))
  await symlink(join(other.path, 'secret.yaml'), join(own.path, 'faq/link.yaml'))

  for (const path of ['faq/out/new.yaml', 'faq/out/secret.yaml', 'faq/link.yaml']) {
    await expect(open(own).write({ [path]: 'x' })).rejects.toMatchObject({ code: 'knowledge_path' })
  }
  expect(await listAll(other)).toEqual(['secret.yaml'])
  expect(await readFile(join(other.path, 'secret.yaml'), 'utf8')).toBe('mine')
})
