import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { keepStatements } from '../../src/storage/kept-statements.ts'

it('runs a statement again that was prepared before, also after the table has changed', () => {
  const native = new Database(':memory:')
  native.exec('create table t (a)')
  const kept = keepStatements(native)
  const read = kept.prepare('select * from t')
  kept.prepare('insert into t values (?)').run([1])
  expect(read.all([])).toEqual([{ a: 1 }])

  native.exec('alter table t add column b default 2')

  expect(kept.prepare('select * from t')).toBe(read)
  expect(kept.prepare('select * from t').all([])).toEqual([{ a: 1, b: 2 }])
})

it('lets go of what was not asked for in a long time', () => {
  const kept = keepStatements(new Database(':memory:'))
  const first = kept.prepare('select 0 as n')
  const second = kept.prepare('select 1 as n')
  for (let n = 2; n < 501; n += 1) {
    kept.prepare(`select ${n} as n`)
    kept.prepare('select 1 as n')
  }

  expect(kept.prepare('select 1 as n')).toBe(second)
  expect(kept.prepare('select 0 as n')).not.toBe(first)
})
