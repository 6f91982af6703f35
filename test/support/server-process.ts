import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'

/** Where the servers of one test run find the models that one of them has trained. */
export const SHARED_MODELS = 'XIAOER_TEST_MODELS'

/** A real server in a process of its own, with its own data and its own copy of a knowledge folder. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string
  readonly ownerLink: string
  readonly dataDir: string
  readonly knowledgeDir: string
  /** What it has printed on standard error since it was last started: its log. */
  log(): string
  /** The id of the process that serves. */
  pid(): number
  /** Resolves with the exit code once it has ended, however it ends. */
  ended(): Promise<number | null>
  /** `kill -9`. */
  kill(): Promise<void>
  /** Starts it again on the same port and data. */
  restart(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Starts the built server (`npm run build`) and waits until it serves. */
export async function startServer(
  options: {
    knowledge?: string
    environment?: Record<string, string>
    /** Values in its copy of shop.yaml, by key: `{offer_seconds: 5}`. */
    shop?: Readonly<Record<string, string | number>>
    /** Changes its copy of the knowledge before it starts. */
    prepare?: (knowledgeDir: string) => Promise<void>
    /** Another program than the built one: one that was broken on purpose. */
    main?: string
    /** What runs node, as `strace -f`; it must become the process or take its signals. */
    under?: readonly string[]
  } = {},
): Promise<ServerProcess> {
  const home = await mkdtemp(join(tmpdir(), 'xiaoer-journey-'))
  const dataDir = join(home, 'data')
  const knowledgeDir = join(home, 'intents')
  await cp(options.knowledge ?? join(ROOT, 'intents'), knowledgeDir, { recursive: true })
  await options.prepare?.(knowledgeDir)
  if (options.shop) await changeShop(join(knowledgeDir, 'shop.yaml'), options.shop)
  await shareModels(dataDir)
  const port = await freePort()
  const environment = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR: knowledgeDir,
    MESSAGE_RATE: '1000/1',
    SESSION_RATE: '1000/1',
    VISITOR_RATE: '1000/1',
    ADDRESS_RATE: '10000/1',
    DATABASE_URL: '',
    ...options.environment,
  }
  const program = { main: options.main ?? join(ROOT, 'dist/main.js'), under: options.under ?? [] }
  let running = await launch(environment, program)
  return {
    url: `http://127.0.0.1:${port}`,
    ownerLink: /http\S+\/console\/invite\/\S+/.exec(running.printed())?.[0] ?? '',
    dataDir,
    knowledgeDir,
    log: () => running.logged(),
    pid: () => running.child.pid ?? 0,
    ended: () => exitOf(running.child),
    kill: () => end(running.child, 'SIGKILL').then(() => undefined),
    restart: async () => {
      running = await launch(environment, program)
    },
    stop: () => end(running.child, 'SIGTERM'),
    [Symbol.asyncDispose]: async () => {
      await end(running.child, 'SIGKILL')
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Throws for a key that does not stand there: the test would try another shop than it says. */
async function changeShop(file: string, values: Readonly<Record<string, string | number>>): Promise<void> {
  let text = await readFile(file, 'utf8')
  for (const [key, value] of Object.entries(values)) {
    const line = new RegExp(`^( *${key}: )\\S+`, 'm')
    if (!line.test(text)) throw new Error(`shop.yaml has no ${key}`)
    text = text.replace(line, `$1${value}`)
  }
  await writeFile(file, text)
}

/** What is asked of the delivery fee goes out by itself unless it is stopped. */
export async function letShippingFeeGo(knowledgeDir: string): Promise<void> {
  const shipping = join(knowledgeDir, 'faq', 'shipping.yaml')
  const written = await readFile(shipping, 'utf8')
  await writeFile(shipping, written.replace('  - id: shipping_fee\n', '  - id: shipping_fee\n    autonomy: veto\n'))
}

/** Shops that differ in nothing that is learnt need not be learnt again by every test. */
async function shareModels(dataDir: string): Promise<void> {
  const shared = process.env[SHARED_MODELS]
  if (shared === undefined) return
  await mkdir(dataDir, { recursive: true })
  await symlink(shared, join(dataDir, 'models'))
}

async function launch(environment: NodeJS.ProcessEnv, program: { main: string; under: readonly string[] }) {
  const [command = process.execPath, ...parameters] = [...program.under, process.execPath, program.main]
  const child = spawn(command, parameters, { env: environment, cwd: ROOT })
  let printed = ''
  let logged = ''
  child.stderr.on('data', (chunk: Buffer) => {
    logged += chunk.toString()
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${logged}`)))
  })
  return { child, printed: () => printed, logged: () => logged }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const exited = exitOf(child)
  child.kill(signal)
  return exited
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** Files, sockets and pipes that a process holds, where the system shows them (Linux). */
export async function countOpenFiles(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const address = probe.address()
  await new Promise((resolve) => {
    probe.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
