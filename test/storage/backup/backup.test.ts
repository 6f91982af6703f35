import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups, makeBackup } from '../../../src/storage/backup/make-backup.ts'
import { restoreBackup } from '../../../src/storage/backup/restore-backup.ts'
import { snapshot } from '../../../src/storage/backup/snapshot.ts'
import { migrationsFor } from '../../../src/storage/migrations.ts'
import { givenConversation, says, store } from '../../contract/given.ts'
import { filesOfEachTest } from '../files.ts'

const files = filesOfEachTest()
const PICTURE = '0b0e6f1c-0000-4000-8000-000000000001.png'
const migrations = Object.keys(migrationsFor('sqlite'))

/** A data folder with one conversation, a picture and a secret, and a server on it. */
async function givenShop() {
  const file = files.newFile()
  const dataDir = dirname(file)
  const server = await files.open(file)
  await givenConversation(server.storage)
  await store(server, says('在吗'))
  mkdirSync(join(dataDir, 'uploads'))
  writeFileSync(join(dataDir, 'uploads', PICTURE), 'a picture')
  writeFileSync(join(dataDir, 'uploads', `${PICTURE}.part`), 'half a pict')
  writeFileSync(join(dataDir, 'secret'), 'kept', { mode: 0o600 })
  mkdirSync(join(dataDir, 'models'))
  const folder = join(dataDir, '..', 'backups')
  return {
    server,
    file,
    dataDir,
    folder,
    make: (keep?: number) => makeBackup({ dataDir, folder, version: '0.1.0', ...(keep && { keep }) }),
  }
}

/** A folder for the restored data, in which nothing lies. */
const elsewhere = () => dirname(files.newFile())
const restore = (backup: string, dataDir: string, force = false, known: readonly string[] = migrations) =>
  restoreBackup({ backup, dataDir, force, migrations: known })

describe('a backup', () => {
  it('holds the database, the uploads and the kept secrets, for its owner only, and counts them', async () => {
    const { make } = await givenShop()

    const { path, manifest } = await make()

    expect(manifest.files.map((one) => one.path).toSorted()).toEqual(['secret', `uploads/${PICTURE}`, 'xiaoer.db'])
    expect(manifest.rows).toMatchObject({ messages: 1, conversations: 1 })
    expect(manifest.migrations).toEqual(migrations.toSorted())
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(join(path, 'secret')).mode & 0o077).toBe(0)
    expect(readdirSync(path).toSorted()).toEqual(['manifest.json', 'secret', 'uploads', 'xiaoer.db'])
  })

  it('is of one moment, whatever is written while it is made', async () => {
    const { server, file, folder } = await givenShop()
    for (let n = 0; n < 400; n += 1) await store(server, says(`第 ${n} 句 ${'长'.repeat(1000)}`, { key: `first-${n}` }))
    mkdirSync(folder)

    let written = 0
    let copied = false
    const copying = snapshot(file, join(folder, 'copy.db')).then((contents) => {
      copied = true
      return contents
    })
    while (!copied) {
      written += 1
      await store(server, says(`后来 ${written}`, { key: `later-${written}` }))
    }

    expect(written).toBeGreaterThan(1)
    expect((await copying).rows['messages']).toBe(401)
  })

  it('keeps as many as it is told, and leaves none behind that is not whole', async () => {
    const { make, folder, dataDir, server } = await givenShop()
    const made = [await make(), await make(), await make(2)]
    await server.storage.close()
    writeFileSync(join(dataDir, 'xiaoer.db'), 'no database any more')

    await expect(make()).rejects.toThrow()

    expect(readdirSync(folder).toSorted()).toEqual(made.slice(1).map(({ path }) => path.slice(folder.length + 1)))
    expect(await listBackups(folder)).toHaveLength(2)
  })

  it('of a folder without a database names the folder', async () => {
    const dataDir = elsewhere()

    await expect(makeBackup({ dataDir, folder: join(dataDir, 'b'), version: '0.1.0' })).rejects.toThrow(
      `${dataDir} has no xiaoer.db`,
    )
  })
})

describe('a restore', () => {
  it('brings all of it back into an empty folder, where it serves', async () => {
    const { server, make } = await givenShop()
    const { path } = await make()
    await store(server, says('备份以后', { key: 'later' }))
    const dataDir = elsewhere()

    const { aside } = await restore(path, dataDir)
    const again = await files.open(join(dataDir, 'xiaoer.db'))

    expect(aside).toBeUndefined()
    expect((await again.storage.messages.listAfter('c-lin', 0, 10)).map(({ body }) => body)).toEqual([
      { kind: 'text', text: '在吗' },
    ])
    expect(readFileSync(join(dataDir, 'uploads', PICTURE), 'utf8')).toBe('a picture')
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe('kept')
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0)
  })

  it('refuses over a running server, and changes nothing', async () => {
    const { make, dataDir } = await givenShop()
    const { path } = await make()

    await expect(restore(path, dataDir, true)).rejects.toThrow(`A 小二 is running on ${dataDir}`)

    expect(readdirSync(dataDir).some((name) => name.startsWith('before-restore-'))).toBe(false)
  })

  it('refuses over data, unless told to move it aside, where it stays whole', async () => {
    const { server, make, dataDir } = await givenShop()
    const { path } = await make()
    await store(server, says('备份以后', { key: 'later' }))
    await server.storage.close()

    await expect(restore(path, dataDir)).rejects.toThrow(/holds data already .+ add --force/)
    const { aside = '' } = await restore(path, dataDir, true)
    const [before, after] = [await files.open(join(aside, 'xiaoer.db')), await files.open(join(dataDir, 'xiaoer.db'))]

    expect(await before.storage.messages.listAfter('c-lin', 0, 10)).toHaveLength(2)
    expect(await after.storage.messages.listAfter('c-lin', 0, 10)).toHaveLength(1)
    expect(existsSync(join(aside, 'secret'))).toBe(true)
  })

  it('reads a backup that is kept below the data folder without moving it away', async () => {
    const { server, make, dataDir, folder } = await givenShop()
    const { path } = await make()
    await server.storage.close()
    renameSync(folder, join(dataDir, 'backups'))
    const moved = path.replace(folder, join(dataDir, 'backups'))

    await restore(moved, dataDir, true)

    expect(existsSync(join(moved, 'manifest.json'))).toBe(true)
  })

  it.each<[what: string, damage: (path: string) => void, complaint: RegExp]>([
    [
      'a file that was changed',
      (path) => writeFileSync(join(path, 'uploads', PICTURE), 'another'),
      /not what the manifest/,
    ],
    ['a file that is gone', (path) => renameSync(join(path, 'secret'), join(path, 'x')), /secret is missing/],
    ['no manifest', (path) => renameSync(join(path, 'manifest.json'), join(path, 'x')), /no whole backup/],
    ['a manifest of nothing', (path) => writeFileSync(join(path, 'manifest.json'), '{'), /cannot be read/],
    [
      'a manifest that leads out of the folder',
      (path) => change(path, (text) => text.replace('"secret"', '"../../etc/passwd"')),
      /leads elsewhere/,
    ],
    [
      'rows that are not those of the manifest',
      (path) => change(path, (text) => text.replace('"messages": 1', '"messages": 2')),
      /other rows/,
    ],
  ])('refuses a backup with %s, and leaves the folder empty', async (_, damage, complaint) => {
    const { make } = await givenShop()
    const { path } = await make()
    damage(path)
    const dataDir = elsewhere()

    await expect(restore(path, dataDir)).rejects.toThrow(complaint)

    expect(existsSync(join(dataDir, 'xiaoer.db'))).toBe(false)
  })

  it('refuses the backup of a newer release', async () => {
    const { make } = await givenShop()
    const { path } = await make()

    await expect(restore(path, elsewhere(), false, migrations.slice(0, -1))).rejects.toThrow(/A newer 小二 \(0\.1\.0\)/)
  })
})

function change(path: string, rewrite: (text: string) => string): void {
  const manifest = join(path, 'manifest.json')
  writeFileSync(manifest, rewrite(readFileSync(manifest, 'utf8')))
}
