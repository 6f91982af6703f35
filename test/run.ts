import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../src/config/config.ts'
import { findChromium } from './support/chromium.ts'

/** `npm test`: lint, types, a fresh build, then every test, with the browser that they need. */
function run(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { cwd: ROOT, stdio: 'inherit' }).status === 0
}

/** Debian's package where we may install it, else playwright's own download. */
function installChromium(): boolean {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (isDebianRoot)
    return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk')
  return run('npx', 'playwright-core', 'install', 'chromium')
}

function runTests(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-report-'))
  const report = join(folder, 'report.json')
  const passed = run('npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
  if (existsSync(report)) console.log(countLine(readFileSync(report, 'utf8')))
  rmSync(folder, { recursive: true, force: true })
  return passed
}

/** `12 passed, 0 failed`: what the machine that runs this looks for. */
function countLine(report: string): string {
  const counts = JSON.parse(report) as { numPassedTests: number; numFailedTests: number; numPendingTests: number }
  const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''
  return `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}`
}

const prepared = run('npm', 'run', '-s', 'lint') && run('npm', 'run', '-s', 'types') && run('npm', 'run', '-s', 'build')
if (prepared && !findChromium() && !installChromium()) {
  console.error(
    'No Chromium: install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH, then run npm test again.',
  )
  process.exit(1)
}
process.exit(prepared && runTests() ? 0 : 1)
