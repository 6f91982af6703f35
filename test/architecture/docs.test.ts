import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const architecture = read('docs/architecture.md')

it('names only files that are there', () => {
  const named = [...architecture.matchAll(/`((?:src|web-widget|web-console|test)\/[\w./-]+\.tsx?)`/g)].map(
    (match) => match[1] ?? '',
  )

  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

it('names in docs/security.md only files and folders that are there', () => {
  const named = [...read('docs/security.md').matchAll(/`((?:src|web-widget|web-console)\/[\w./-]*)`/g)].map(
    ([, path = '']) => path,
  )

  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

it('names only functions that the files beside them have', () => {
  const rows = architecture.split('\n').filter((line) => /^\| \d+\. /.test(line))
  const strangers = rows.flatMap((row) => {
    const [, step = '', where = ''] = row.split('|')
    const sources = [...where.matchAll(/`([^`]+)`/g)].map((match) => read(match[1] ?? ''))
    const names = [...step.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map((match) => match[1] ?? '')
    return names.filter((name) => !sources.some((source) => source.includes(name)))
  })

  expect(rows).toHaveLength(12)
  expect(strangers).toEqual([])
})

it('draws every room that exists', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

  expect(rooms.map(({ name }) => name).filter((name) => !architecture.includes(`  ${name}/`))).toEqual([])
})

it('links to nothing that is not there', () => {
  const pages = [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/connector.md',
    'docs/flows.md',
    'docs/knowledge.md',
    'docs/operations.md',
    'docs/performance.md',
    'docs/protocol.md',
    'docs/security.md',
    'docs/reliability.md',
    'docs/shop-data.md',
  ]
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|\d*\.\.\d)([^)#]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !existsSync(join(ROOT, dirname(page), link)))
      .map((link) => `${page} → ${link}`),
  )

  expect(dead).toEqual([])
})
