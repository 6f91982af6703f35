import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'

/** Whoever runs or changes the shop's assistant owes nobody more than a mention. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']
/** Their package.json says it in the old way, which the lock leaves out; all three are MIT. */
const OLD_FORM = ['node_modules/busboy', 'node_modules/streamsearch', 'node_modules/sylvester']
/** What runs a program of its own when it is installed. */
const WITH_SCRIPTS = ['node_modules/better-sqlite3', 'node_modules/esbuild']

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly integrity?: string
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>
}
const locked = Object.entries(packages).filter(([path]) => path !== '')

it('is built on what is free to use', () => {
  const running = locked.filter(([, { dev }]) => !dev)
  const others = running.filter(([, { license = '' }]) => !license.split(/[() ]+/).some((one) => FREE.includes(one)))

  expect(running.length).toBeGreaterThan(100)
  expect(others.map(([path]) => path)).toEqual(OLD_FORM)
})

it('is installed without running programs of others, but for two that are known', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual(WITH_SCRIPTS)
})

it('is installed to the byte', () => {
  const loose = locked.filter(
    ([, { resolved, integrity }]) => resolved !== undefined && !integrity?.startsWith('sha512-'),
  )

  expect(loose.map(([path]) => path)).toEqual([])
})
