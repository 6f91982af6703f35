import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './server-process.ts'

/** Whether there is an nginx on this machine to try the documented settings with. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0

/** The example of docs/scale.md between these nodes and a free port, without its certificate. */
export function toRunnable(example: string, ports: readonly number[], port: number): string {
  const nodes = [...example.matchAll(/server \S+:3000(.*);/g)]
  const lines = ports.map((one) => `server 127.0.0.1:${one}${nodes[0]?.[1] ?? ''};`)
  return example
    .replace(/(?: *server \S+:3000.*;\n)+/, `${lines.join('\n')}\n`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
}

/** An nginx of the test's own, in front of these nodes. */
export async function startNginx(
  example: string,
  ports: readonly number[],
): Promise<AsyncDisposable & { readonly url: string; log(): string }> {
  const home = await mkdtemp(join(tmpdir(), 'xiaoer-nginx-'))
  const port = await freePort()
  const file = join(home, 'nginx.conf')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${home};`)
  await writeFile(
    file,
    `daemon off; master_process off; pid ${join(home, 'pid')}; error_log stderr warn;
    events {} http { access_log off; ${paths.join(' ')} ${toRunnable(example, ports, port)} }`,
  )
  const child = spawn('nginx', ['-p', home, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  await untilOpen(port, child, () => printed)
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => printed,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function untilOpen(port: number, child: ChildProcess, printed: () => string): Promise<void> {
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${printed()}`)
    await pause(20)
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
}
