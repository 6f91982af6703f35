import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { examine } from '../../src/app/doctor/examine.ts'
import { loadConfig, ROOT } from '../../src/config/config.ts'
import { SystemStatus } from '../../src/protocol/status.ts'
import { IRREGULARITIES } from '../../src/storage/doctor/irregularities.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { createWatchedMetrics } from '../support/watched-metrics.ts'

const doc = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
const chapter = (title: string) => doc.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? ''
/** What stands in code in the first cell of each row. */
const namesIn = (title: string) =>
  chapter(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))

it('explains every metric, and none that there is not', async () => {
  const { text } = await createWatchedMetrics().render()

  expect(namesIn('Metrics').toSorted()).toEqual([...text.matchAll(/^# TYPE (\S+)/gm)].map((one) => one[1]).toSorted())
})

it('explains every field of /health, and none that there is not', () => {
  const { checks, numbers: _, ...top } = SystemStatus.shape
  const fields = Object.entries(checks.shape).flatMap(([name, check]) =>
    Object.keys(check.shape).map((field) => `checks.${name}.${field}`),
  )

  expect(namesIn('Health').toSorted()).toEqual([...Object.keys(top), ...fields].toSorted())
})

it('explains every check of the doctor', async () => {
  const config = loadConfig({ DATA_DIR: '/no/such/data', KNOWLEDGE_DIR: TEST_SHOP, PORT: '0' })
  const checks = (await examine(config)).map(({ check }) => check).filter((check) => check !== 'database')

  expect([...checks, ...IRREGULARITIES].filter((check) => !namesIn('Doctor').includes(check))).toEqual([])
})
