import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'

interface Package {
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly resolved?: string
}
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Package> }
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>

it('locks every optional dependency that it names, so that `npm ci` works on every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
    ),
  )

  expect(missing).toEqual([])
})

it('pins exact versions', () => {
  const versions = [
    ...Object.values(manifest['dependencies'] ?? {}),
    ...Object.values(manifest['devDependencies'] ?? {}),
  ]

  expect(versions.length).toBeGreaterThan(20)
  expect(versions.filter((version) => !/^\d/.test(version))).toEqual([])
})
