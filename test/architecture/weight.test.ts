import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { PUBLIC_DIR } from '../../src/config/config.ts'

const KIB = 1024

function weigh(...paths: string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(PUBLIC_DIR, path)), { level: 9 }).length, 0)
}

it('costs a shop at most 2.5 KB on every page', () => {
  const bytes = weigh('widget.js')

  expect(bytes).toBeGreaterThan(500)
  expect(bytes).toBeLessThanOrEqual(2.5 * KIB)
})

it('costs a shopper who opens the chat at most 35 KB', () => {
  const scripts = readdirSync(join(PUBLIC_DIR, 'widget')).filter((name) => name.endsWith('.js'))
  const bytes = weigh(...scripts.map((name) => join('widget', name)))

  expect(bytes).toBeGreaterThan(10 * KIB)
  expect(bytes).toBeLessThanOrEqual(35 * KIB)
})
