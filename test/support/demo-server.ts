import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deps } from '../../src/actions/deps.ts'
import { type App, createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/app/log.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { createClock } from './clock.ts'
import { prepareDemoShop, standStill, toMoment } from './demo-shop.ts'

/** The seeded demo shop on a port of its own. */
export interface DemoServer extends AsyncDisposable {
  readonly url: string
  readonly app: App
  /** Where it keeps what people upload. */
  readonly dataDir: string
  readonly deps: Deps
}

/** Serves the demo shop's pages, chat and desk on a Monday morning, so that every run sees the same parcels; `change` makes another shop of it. */
export async function startDemoServer(
  at = '2026-11-23 10:00',
  change: (knowledge: KnowledgeBase) => KnowledgeBase = (knowledge) => knowledge,
): Promise<DemoServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-demo-'))
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: 'true',
    LOG_LEVEL: 'silent',
    MESSAGE_RATE: '1000/1',
    SESSION_RATE: '1000/1',
    VISITOR_RATE: '1000/1',
    ADDRESS_RATE: '10000/1',
  })
  const { brain } = await prepareDemoShop()
  const opened = await openMemory()
  const app = await createApp(config, {
    opened,
    log: createLog('silent'),
    clock: createClock(toMoment(at)),
    watch: false,
    live: standStill({ ...brain, knowledge: change(brain.knowledge) }),
  })
  const { url } = await app.listen()
  return {
    url,
    app,
    dataDir,
    deps: app.deps,
    [Symbol.asyncDispose]: async () => {
      await app.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
