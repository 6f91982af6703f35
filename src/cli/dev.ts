import { spawn } from 'node:child_process'
import { ROOT } from '../config/config.ts'

/** What runs beside each other while developing; each reloads by itself when its files change. */
const COMMANDS = [
  ['tsx', 'watch', '--clear-screen=false', 'src/main.ts'],
  ['tsx', 'watch', '--clear-screen=false', '--include', 'web-widget/**', 'web-widget/build.ts'],
  ['vite', 'build', 'web-console', '--watch', '--logLevel', 'warn'],
] as const

const children = COMMANDS.map((command) => spawn('npx', command, { cwd: ROOT, stdio: 'inherit' }))
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
