import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Job, Reached } from './results.ts'

const SCRIPT = join(import.meta.dirname, 'one-run.ts')

/** Runs one job in a process of its own, so that its memory, its crash and its dawdling stay its own. */
export function runApart(folder: string, job: Job, seconds: number): Promise<Reached> {
  const child = fork(SCRIPT, [folder, job.set, job.regime, job.peer, String(seconds)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-20_000)
  })
  return new Promise((resolve) => {
    let reached: Reached | undefined
    const timer = setTimeout(() => {
      reached ??= { kind: 'timed out', reason: `not done after ${seconds} s` }
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.on('message', (message: Reached) => {
      reached ??= message
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve(reached ?? { kind: 'failed', reason: toReason(complaint) ?? `ended with ${signal ?? `code ${code}`}` })
    })
  })
}

/** The line that names the error, without the paths of this machine. */
function toReason(complaint: string): string | undefined {
  const line = complaint.split('\n').find((one) => /^\s*(\w*Error\b|FATAL ERROR)/.test(one))
  return line
    ?.trim()
    .replace(/(file:\/\/)?(\/[\w.@-]+){2,}/g, '…')
    .slice(0, 160)
}
