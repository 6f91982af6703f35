import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { givenConversation, says, store, stored } from '../contract/given.ts'
import { filesOfEachTest } from './files.ts'
import { countCommits } from './wal.ts'

const FULL = 2
const HOLDER = fileURLToPath(new URL('./hold-file.ts', import.meta.url))

const files = filesOfEachTest()
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('a SQLite file', () => {
  it('runs with synchronous=FULL after the migrations, and when it is opened again', async () => {
    const file = files.newFile()
    const first = await files.openWithConnection(file)
    const levels = [first.connection.pragma('synchronous', { simple: true })]
    await givenConversation(first.storage)
    await store(first, says('在吗'))
    levels.push(first.connection.pragma('synchronous', { simple: true }))
    await first.storage.close()

    const again = await files.openWithConnection(file)
    levels.push(again.connection.pragma('synchronous', { simple: true }))
    await store(again, says('还在吗'))
    levels.push(again.connection.pragma('synchronous', { simple: true }))

    expect(levels).toEqual([FULL, FULL, FULL, FULL])
    expect(again.connection.pragma('journal_mode', { simple: true })).toBe('wal')
  })

  it('keeps what was stored when it is opened again', async () => {
    const file = files.newFile()
    const first = await files.open(file)
    await givenConversation(first.storage)
    const { message, conversation } = await store(first, says('在吗'))
    await first.storage.close()

    const again = await files.open(file)

    expect(await again.storage.messages.listAfter('c-lin', 0, 10)).toEqual([message])
    expect(await again.storage.conversations.find('c-lin')).toEqual(conversation)
  })

  it('serves one server: a second is told so, and may open it once the first has closed', async () => {
    const file = files.newFile()
    const first = await files.open(file)

    await expect(files.open(file)).rejects.toThrow(`Another 小二 is already running on ${file}. Stop it first`)
    await first.storage.ping()
    await first.storage.close()

    await expect((await files.open(file)).storage.ping()).resolves.toBeUndefined()
  })

  it('lets a command in beside a running server', async () => {
    const file = files.newFile()
    const server = await files.open(file)
    await givenConversation(server.storage)

    const command = await files.open(file, { shared: true })

    expect(await command.storage.conversations.find('c-lin')).toBeDefined()
  })

  it('is free again when the process that held it is killed', async () => {
    const file = files.newFile()
    const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')

    await expect(files.open(file)).rejects.toThrow('already running')
    holder.kill('SIGKILL')
    await once(holder, 'exit')

    await expect((await files.open(file)).storage.ping()).resolves.toBeUndefined()
  })
})

describe('group commit on a SQLite file', () => {
  it('makes one commit of all appends of one turn of the event loop', async () => {
    const file = files.newFile()
    const { storage, messages } = await files.open(file)
    await givenConversation(storage)
    const before = countCommits(file)

    const results = await Promise.all(
      Array.from({ length: 25 }, async (_, index) => {
        // As handlers do that have awaited more or less before they store.
        for (let tick = 0; tick < index; tick += 1) await undefined
        return messages.append([says(`${index}`)])
      }),
    )

    expect(countCommits(file) - before).toBe(1)
    expect(results.flat().map((result) => stored(result).message.seq)).toEqual(results.map((_, index) => index + 1))
  })

  it('makes a commit of each append that waits for the one before', async () => {
    const file = files.newFile()
    const opened = await files.open(file)
    await givenConversation(opened.storage)
    const before = countCommits(file)

    for (const words of ['一', '二', '三']) await store(opened, says(words))

    expect(countCommits(file) - before).toBe(3)
  })

  it('shows nothing to another connection before append has resolved, and all of it then', async () => {
    const file = files.newFile()
    const { storage, messages } = await files.open(file)
    await givenConversation(storage)
    const other = files.look(file)

    const appended = messages.append([says('一'), says('二'), says('三')])
    const early = other.messages()
    await appended

    expect([early, other.messages()]).toEqual([0, 3])
  })

  it('waits for an open transaction, shows nothing of it, and outlives its rollback', async () => {
    const file = files.newFile()
    const { storage, messages } = await files.open(file)
    await givenConversation(storage)
    const other = files.look(file)
    const seen: unknown[] = []

    let appended: ReturnType<typeof messages.append> = Promise.resolve([])
    let resolved = false
    const failed = storage.transaction(async (stores) => {
      await stores.conversations.setLocale('c-lin', 'en')
      appended = messages.append([says('在吗')])
      void appended.then(() => {
        resolved = true
      })
      await turns(5)
      seen.push(resolved, other.messages())
      throw new Error('halfway')
    })

    await expect(failed).rejects.toThrow('halfway')
    expect(seen).toEqual([false, 0])
    expect(stored((await appended)[0])).toMatchObject({ message: { seq: 1 }, conversation: { locale: 'zh' } })
    expect(other.messages()).toBe(1)
  })

  it('answers what comes after it was closed with an error', async () => {
    const { storage, messages } = await files.open(files.newFile())
    await givenConversation(storage)
    await storage.close()

    const late = await Promise.all([messages.append([says('一'), says('二')]), messages.append([says('三')])])

    expect(late.map((batch) => batch.map(({ kind }) => kind))).toEqual([['error', 'error'], ['error']])
  })

  it('says of every draft that it failed when the disk is full, and goes on once there is room', async () => {
    const file = files.newFile()
    const { storage, messages, connection } = await files.openWithConnection(file)
    await givenConversation(storage)
    const pages = Number(connection.pragma('page_count', { simple: true }))
    const huge = says('huge', { body: { kind: 'text', text: '满'.repeat(100_000) } })

    connection.pragma(`max_page_count = ${pages}`)
    const full = await messages.append([says('before'), huge, says('after')])
    const kept = await storage.messages.listAfter('c-lin', 0, 10)
    connection.pragma('max_page_count = 1000000')
    const free = await messages.append([says('before'), huge, says('after')])

    expect(full.filter((result) => result.kind === 'stored')).toHaveLength(kept.length)
    expect(full[1]).toMatchObject({ kind: 'error', cause: { code: 'SQLITE_FULL' } })
    expect(free.map((result) => result.kind)).not.toContain('error')
    expect((await storage.messages.listAfter('c-lin', 0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })
})
