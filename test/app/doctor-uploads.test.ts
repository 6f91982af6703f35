import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDatabase } from '../../src/app/doctor/check-database.ts'
import { checkUploads } from '../../src/app/doctor/check-uploads.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { MessageBody } from '../../src/domain/message.ts'
import { examinePostgres } from '../../src/storage/doctor/examine-postgres.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { createUploads } from '../../src/storage/uploads.ts'
import { givenConversation, NOON, says, store } from '../contract/given.ts'
import { filesOfEachTest } from '../storage/files.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'

const files = filesOfEachTest()
const LONG_AGO = 1

async function givenShop() {
  const file = files.newFile()
  const dataDir = dirname(file)
  const opened = await files.open(file)
  await givenConversation(opened.storage)
  const folder = join(dataDir, 'uploads')
  const config = loadConfig({ DATA_DIR: dataDir, DEMO: 'true' })
  const uploads = async () => (await checkDatabase(config)).filter(({ check }) => check === 'uploads')
  return { opened, folder, uploads }
}

const sends = (opened: OpenedStorage, key: string, body: MessageBody) => store(opened, says('', { key, body }))
const image = (name: string): MessageBody => ({ kind: 'image', url: `/uploads/${name}` })

it('finds nothing where all that is named is there, and what came a moment ago may be on its way', async () => {
  const { opened, folder, uploads } = await givenShop()
  const kept = createUploads(folder)
  const picture = await kept.save(Buffer.from('picture'), 'png')
  const list = { name: '清单.csv', mime: 'text/csv', size: 4 }
  const file = await kept.save(Buffer.from('list'), 'csv', list)
  await kept.save(Buffer.from('not sent yet'), 'png')
  await sends(opened, 'a', image(picture))
  await sends(opened, 'b', { kind: 'file', url: `/uploads/${file}`, ...list })
  await sends(opened, 'c', { kind: 'image', url: '/media/dress.webp' })
  for (const name of [picture, file, `${file}.json`]) utimesSync(join(folder, name), LONG_AGO, LONG_AGO)

  expect(await uploads()).toMatchObject([
    { level: 'good', words: { en: 'All 2 pictures and files that were sent are there' } },
  ])
})

it('tells how many files are missing that messages, cases and canned replies show, and which are the first', async () => {
  const { opened, uploads } = await givenShop()
  for (const n of [4, 1, 3]) await sends(opened, `m${n}`, image(`m${n}.png`))
  await opened.storage.cases.open({
    ...{ key: 'a', type: 'return', title: '退货', customerId: 'lin', conversationId: 'c-lin', details: [] },
    ...{ evidence: ['/uploads/m2.jpg'], dueAt: NOON, at: NOON },
  })
  await opened.storage.cannedReplies.save({
    ...{ id: 'r', folder: '', code: 'r', title: '尺码', createdAt: NOON, updatedAt: NOON },
    messages: [{ kind: 'image', url: '/uploads/m5.webp' }],
  })
  await sends(opened, 'words', { kind: 'text', text: '看 /uploads/made-up.png' })

  expect(await uploads()).toMatchObject([
    {
      level: 'mind',
      words: {
        en: '5 pictures or files of messages, cases or canned replies are not there (m1.png, m2.jpg, m3.png …)',
        zh: expect.stringContaining('5 个图片或文件不在了'),
      },
      mend: { en: expect.any(String), zh: expect.any(String) },
    },
  ])
})

it('tells which old files nobody names, their particulars and what a crash has left included', async () => {
  const { opened, folder, uploads } = await givenShop()
  mkdirSync(join(folder, '.nodes'), { recursive: true })
  writeFileSync(join(folder, '.nodes', 'a-node'), '')
  for (const name of ['b.csv', 'b.csv.json', 'a.png.part', 'quoted.png', 'sent.png']) {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), LONG_AGO, LONG_AGO)
  }
  await sends(opened, 'sent', image('sent.png'))
  await sends(opened, 'words', { kind: 'text', text: '/uploads/quoted.png' })

  expect(await uploads()).toMatchObject([
    {
      level: 'mind',
      words: { en: '3 files are named nowhere, and a day old or more (a.png.part, b.csv, b.csv.json)' },
    },
  ])
})

it.skipIf(!POSTGRES_URL)('asks PostgreSQL the same', async () => {
  const database = await createDatabase()
  const opened = await openPostgres(database.url)
  await givenConversation(opened.storage)
  await sends(opened, 'a', image('a.png'))
  const { uploads } = await examinePostgres(database.url, Date.now())
  await opened.storage.close()
  await database.drop()

  if (!uploads) throw new Error('nobody asked which files are named')
  expect(await checkUploads(join(dirname(files.newFile()), 'uploads'), uploads)).toMatchObject([
    { words: { en: '1 pictures or files of messages, cases or canned replies are not there (a.png)' } },
  ])
})
