import { spawnSync } from 'node:child_process'
import { startVitest, type Vitest } from 'vitest/node'
import { ROOT } from '../../src/config/config.ts'

/** `npm run test:faults`: a fresh server, every fault one after the other, and what could not be tried here and why. */
async function run(): Promise<boolean> {
  if (spawnSync('npm', ['run', '-s', 'build:server'], { cwd: ROOT, stdio: 'inherit' }).status !== 0) return false

  process.env['FAULTS'] = 'all'
  const filters = process.argv.slice(2)
  const vitest = await startVitest('test', filters.length > 0 ? filters : ['test/faults'], {
    root: ROOT,
    project: ['journeys'],
    watch: false,
    // Two faults at once would each be the other's.
    fileParallelism: false,
  })
  await vitest.close()
  return tell(vitest)
}

/** Prints how it went, and whether all is well. */
function tell({ state }: Vitest): boolean {
  const tests = state.getTestModules().flatMap(({ children }) => [...children.allTests()])
  const results = tests.map((test) => {
    const result = test.result()
    const note = result.state === 'skipped' ? result.note : undefined
    return { name: test.fullName, file: test.module.relativeModuleId, state: result.state, note }
  })
  const passed = results.filter((one) => one.state === 'passed')
  const failed = results.filter((one) => one.state === 'failed')
  const skipped = results.filter((one) => one.state === 'skipped')
  for (const { file, name, note } of skipped) console.log(`skipped: ${file} > ${name}: ${note ?? 'nobody says why'}`)
  for (const { file, name } of failed) console.log(`FAILED: ${file} > ${name}`)
  console.log(`${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`)
  const unhandled = state.getUnhandledErrors().length
  if (unhandled > 0) console.log(`${unhandled} errors that no test has caught`)
  return failed.length === 0 && unhandled === 0 && passed.length > 0
}

const isWell = await run()
process.exit(isWell ? 0 : 1)
