import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { CASE_TYPES } from '../../src/domain/case.ts'
import { attributeLabel } from '../../src/domain/facts/attribute-labels.ts'
import { FACT_NAMES } from '../../src/domain/facts/fact-names.ts'
import { SLOT_KINDS } from '../../src/domain/flow/flow.ts'
import { AUTONOMIES, CARDS, NEEDS } from '../../src/domain/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { FILE_KINDS, kindOf } from '../../src/knowledge/schema/kinds.ts'
import { listDocumented, namesInTable, toFolder } from './documented-files.ts'
import { openFolder } from './shop-folder.ts'

const page = readFileSync(join(ROOT, 'docs/knowledge.md'), 'utf8')

/** The words in backticks of the paragraph that begins so. */
function tickedIn(text: string, beginning: string): readonly string[] {
  const paragraph = text.split('\n\n').find((one) => one.startsWith(beginning)) ?? ''
  return [...paragraph.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}

it('shows one shop in docs/knowledge.md, which loads', async () => {
  await using folder = await openFolder(toFolder(listDocumented('knowledge.md')))

  expect(await loadKnowledge(folder.path)).toMatchObject({ ok: true, warnings: [] })
})

it('shows every kind of file', () => {
  const shown = listDocumented('knowledge.md').map(({ path }) => kindOf(path))

  expect([...new Set(shown)].toSorted()).toEqual(Object.keys(FILE_KINDS).toSorted())
})

it('explains each fact once, and names none that is not there', () => {
  const open = ['shop.<own>', 'product.<attribute>', 'slot.<name>', 'slot.<name>_text']

  expect(namesInTable('knowledge.md', '| fact |').toSorted()).toEqual([...FACT_NAMES, ...open].toSorted())
})

it('leads to the page on flows from its section on tasks', () => {
  const [, tasks = ''] = page.split('\n## Tasks\n')

  expect(tasks.split('\n## ')[0]).toContain('**[flows.md](flows.md)**')
})

it('explains each kind of slot, and names none that is not there', () => {
  expect(namesInTable('flows.md', '| kind |')).toEqual([...SLOT_KINDS])
})

it('names every card, need, autonomy and case type', () => {
  const flows = readFileSync(join(ROOT, 'docs/flows.md'), 'utf8')

  expect(tickedIn(page, '**`show`**')).toEqual(['show', ...CARDS])
  expect(tickedIn(page, '**`needs`**')).toEqual(['needs', ...NEEDS, 'orders'])
  expect(tickedIn(page, '**`autonomy`**')).toEqual(expect.arrayContaining([...AUTONOMIES]))
  expect(/one of `([^`]+)`/.exec(flows)?.[1]?.split(/\s+/)).toEqual([...CASE_TYPES])
})

it('lists no attribute as named that people read by its key', () => {
  const keys = tickedIn(page, 'Any attribute key will do')

  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter((key) => attributeLabel(key, 'en') === key.replaceAll('_', ' '))).toEqual([])
})
