import type { Config } from '../config/config.ts'
import { createApp } from './app.ts'
import { createLog } from './log.ts'
import { openStorage } from './open-storage.ts'

/** Whoever stops processes kills them after a while, mostly ten seconds. */
const PATIENCE_MILLISECONDS = 4500

/** Runs the server until the process is told to stop. Resolves when it serves. */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const opened = await openStorage(config)
  const app = await createApp(config, { opened, log, watch: true })
  const { url } = await app.listen()
  greet(config, url, await app.ownerLink())

  const stop = oncePerProcess(async (signal: string) => {
    log.info({ signal }, 'stopping')
    // What is stored is stored, and what is unanswered is found by another node or the next start: nobody waits for a stop that hangs.
    setTimeout(() => {
      log.warn({}, 'not everything had come to an end; stopped all the same')
      process.exit(0)
    }, PATIENCE_MILLISECONDS).unref()
    await app.stop()
    process.exit(0)
  })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const crash = (error: unknown) => {
    // After an error that nobody expected, memory may not be trusted: what is stored is safe, so stop here.
    log.error({ error }, 'an unexpected error ends the process')
    process.exit(1)
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}

function oncePerProcess(work: (signal: string) => Promise<void>): (signal: string) => void {
  let stopping = false
  return (signal) => {
    if (stopping) return
    stopping = true
    work(signal).catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  }
}

function greet(config: Config, url: string, ownerLink: string | undefined): void {
  const lines = [
    '',
    '  小二 Xiaoer',
    '',
    ...(config.demo ? [`  演示店铺  Demo shop    ${url}/`] : []),
    `  工作台    Console      ${url}/console`,
    ...(ownerLink ? [`  店主首次登录 Owner's one-time link (24 h)\n            ${ownerLink}`] : []),
    `  数据      Data         ${config.databaseUrl === undefined ? config.dataDir : 'PostgreSQL (DATABASE_URL)'}`,
    `  知识      Knowledge    ${config.knowledgeDir}`,
    '',
    '  Ctrl-C 停止 / stops.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
