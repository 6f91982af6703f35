import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/app/log.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { loadConfig } from '../../src/config/config.ts'
import { serveTestShop, TEST_SHOP } from '../support/test-knowledge.ts'
import { close, sendThrough } from './crowd.ts'
import { FAULT_TIMEOUT, isLongRun, PATIENCE } from './long-run.ts'

const SESSIONS = 150
const WAVES = 10
/** Caches are full by then. */
const WARM = 4
/** Server and clients together, in one process. A leaked socket is several times as much. */
const BYTES_PER_SESSION = 3000

it.runIf(isLongRun)('gives back what a visit took', { timeout: FAULT_TIMEOUT }, async () => {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-leak-'))
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR: TEST_SHOP,
    DEMO: 'false',
    MESSAGE_RATE: '1000/1',
    SESSION_RATE: '1000/1',
    // All of them come from one address.
    VISITOR_RATE: '1000/1',
    ADDRESS_RATE: '10000/1',
  })
  const log = createLog('silent')
  const app = await createApp(config, { opened: await openMemory(), log, watch: false, live: await serveTestShop() })
  const { url } = await app.listen()
  const before = countSockets()
  const heap: number[] = []
  const sockets: number[] = []
  for (let wave = 0; wave < WAVES; wave += 1) {
    close(await sendThrough(url, { clients: SESSIONS, messages: 4 }))
    await vi.waitFor(() => expect(countSockets()).toBe(before), PATIENCE)
    // Rate limits forget after a second.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    collect()
    heap.push(process.memoryUsage().heapUsed)
    sockets.push(countSockets())
  }
  await app.stop()
  await rm(dataDir, { recursive: true, force: true })

  const slope = ((heap.at(-1) ?? 0) - (heap[WARM - 1] ?? 0)) / ((WAVES - WARM) * SESSIONS)
  console.log(JSON.stringify({ fault: 'leak', bytesPerSession: Math.round(slope), sockets }))
  expect(slope).toBeLessThan(BYTES_PER_SESSION)
  expect(sockets.at(-1)).toBe(sockets[0])
})

function countSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
}
