import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { ROOT } from '../src/config/config.ts'

/**
 * The whole path of a message (checked, stored, acknowledged after an fsynced commit, understood, answered, stored,
 * delivered) against a bare Socket.IO echo, in interleaved rounds on the same machine: `npm run bench -- [clients] [rounds]`.
 * The generator is socket.io-client in this process, which costs more than the server it loads: read the ratio, not the rates.
 */
const [clients = 100, rounds = 5] = process.argv.slice(2).map(Number)
const SECONDS = 3

interface Contestant {
  readonly name: string
  readonly url: string
  readonly child: ChildProcess
}

async function start(name: string, script: string, environment: NodeJS.ProcessEnv): Promise<Contestant> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
  })
  let printed = ''
  for (;;) {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    printed += chunk.toString()
    const url = /http:\/\/127\.0\.0\.1:\d+(?=\/console)/.exec(printed)?.[0]
    const port = /port (\d+)/.exec(printed)?.[1]
    if (url ?? port) return { name, child, url: url ?? `http://127.0.0.1:${port}` }
  }
}

/** Question, acknowledgement and answer, one after the other, as often as the time allows. */
async function chatter(socket: Socket, until: number): Promise<number> {
  let count = 0
  while (performance.now() < until) {
    const answered = new Promise<void>((resolve) => {
      const listen = ({ message }: { message: { author: { kind: string } } }) => {
        if (message.author.kind !== 'bot') return
        socket.off('message:created', listen)
        resolve()
      }
      socket.on('message:created', listen)
    })
    await socket.emitWithAck('message:send', { clientId: randomUUID(), kind: 'text', text: '今天拍今天能发吗' })
    await answered
    count += 1
  }
  return count
}

async function measure({ url }: Contestant): Promise<number> {
  const sockets = Array.from({ length: clients }, () =>
    io(`${url}/widget`, { transports: ['websocket'], forceNew: true, auth: { locale: 'zh' } }),
  )
  await Promise.all(sockets.map((socket) => once(socket as never, 'connect')))
  const since = performance.now()
  const counts = await Promise.all(sockets.map((socket) => chatter(socket, since + SECONDS * 1000)))
  const seconds = (performance.now() - since) / 1000
  for (const socket of sockets) socket.close()
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'))
const generous = {
  PORT: '0',
  DATA_DIR: dataDir,
  DEMO: 'false',
  LOG_LEVEL: 'silent',
  MESSAGE_RATE: '1000000/1',
  SESSION_RATE: '1000000/1',
  VISITOR_RATE: '1000000/1',
  ADDRESS_RATE: '1000000/1',
  SHOP_RATE: '1000000/1',
}
const bare = await start('bare echo', 'bench/bare-echo.ts', {})
const ours = await start('小二', 'src/main.ts', generous)

const ratios: number[] = []
for (let round = 0; round <= rounds; round += 1) {
  const order = round % 2 === 0 ? [bare, ours] : [ours, bare]
  const rates = new Map<Contestant, number>()
  for (const contestant of order) rates.set(contestant, await measure(contestant))
  const [floor = 1, own = 0] = [rates.get(bare), rates.get(ours)]
  // The first round warms both up and does not count.
  if (round > 0) ratios.push(own / floor)
  console.log(
    `${round === 0 ? 'warm-up' : `round ${round}`}: bare ${floor.toFixed(0)}/s · 小二 ${own.toFixed(0)}/s · ratio ${(own / floor).toFixed(2)}`,
  )
}
console.log(
  `median ratio at ${clients} clients over ${rounds} rounds: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
)

for (const { child } of [bare, ours]) child.kill('SIGTERM')
await Promise.all([bare, ours].map(({ child }) => once(child, 'exit')))
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)
