import { expect, it } from 'vitest'
import { startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { ENGINE_SETS, onSqlite } from './engines.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const LOAD = { clients: 15, messages: 10 }
/** Levels of the log's lines from which something is wrong. */
const ERROR = 50

it.for(isLongRun ? ENGINE_SETS : [onSqlite])(
  'stops clean under load on $name, keeps what it acknowledged, and starts again without a complaint',
  { timeout: FAULT_TIMEOUT },
  async ({ missing, prepare }, { skip }) => {
    skip(missing !== undefined, missing)
    const ground = await prepare()
    await using server = await startServer({ knowledge: TEST_SHOP, environment: ground.environment })
    const codes: (number | null)[] = []
    const complaints: string[] = []
    const strike = async () => {
      codes.push(await server.stop())
      complaints.push(...complaintsIn(server.log()))
      await server.restart()
    }

    const clients = await sendThrough(server.url, { ...LOAD, at: [0.25, 0.5, 0.75], strike })
    codes.push(await server.stop())
    complaints.push(...complaintsIn(server.log()))

    const { storage } = await ground.open(server.dataDir)
    const verdict = await judgeFrom(storage, clients)
    await storage.close()
    await ground.drop()
    close(clients)
    expect(verdict).toEqual(sound(LOAD.clients * LOAD.messages))
    expect(codes).toEqual([0, 0, 0, 0])
    expect(complaints).toEqual([])
  },
)

function complaintsIn(log: string): readonly string[] {
  return log.split('\n').filter((line) => line.startsWith('{') && JSON.parse(line).level >= ERROR)
}
