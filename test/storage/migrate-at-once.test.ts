import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'

const OPEN = `
  import { openPostgres } from './src/storage/postgres.ts'
  const { storage } = await openPostgres(process.argv[1])
  await storage.agents.list()
  await storage.close()
`

it.skipIf(!POSTGRES_URL)(
  'makes the tables once though three processes open an empty database at the same time',
  async () => {
    const database = await createDatabase()

    const codes = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', OPEN, database.url], {
          cwd: ROOT,
          stdio: ['ignore', 'ignore', 'inherit'],
        })
        const [code] = (await once(child, 'exit')) as [number | null]
        return code
      }),
    )

    expect(codes).toEqual([0, 0, 0])
    const { storage } = await openPostgres(database.url)
    expect(await storage.agents.list()).toEqual([])
    await storage.close()
    await database.drop()
  },
)
