import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NlpManager } from 'node-nlp'
import { ROOT } from '../../../src/config/config.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'

/** Twenty Chinese examples of each intent: from all that there are it does not finish within minutes. */
const EXAMPLES = 20
/** What it has learnt is kept beside its packages. */
const CACHE = join(ROOT, 'bench/server/node_modules/.cache')

/** A node-nlp manager that has learnt the demo shop's intents, as most projects use it; returns what it answers to a text. */
export async function learnShop(): Promise<(text: string) => Promise<string>> {
  const manager = new NlpManager({
    languages: ['zh'],
    nlu: { log: false, useNoneFeature: true },
    autoSave: false,
    autoLoad: false,
    forceNER: false,
  })
  const rows = await loadRows()
  const name = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)
  const file = join(CACHE, `node-nlp-${name}.json`)
  if (existsSync(file)) manager.import(readFileSync(file, 'utf8'))
  else {
    for (const { id, text } of rows) manager.addDocument('zh', text, id)
    for (const id of new Set(rows.map((row) => row.id))) manager.addAnswer('zh', id, `answer of ${id}`)
    await manager.train()
    await mkdir(CACHE, { recursive: true })
    await writeFile(file, manager.export(false))
  }
  const answerTo = async (text: string) => (await manager.process('zh', text)).answer ?? '?'
  // Its first answer takes seconds, which are not the shoppers'.
  await answerTo('你好')
  return answerTo
}

async function loadRows(): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const loaded = await loadKnowledge(join(ROOT, 'intents'))
  if (!loaded.ok) throw new Error('the demo shop has mistakes')
  return [...loaded.knowledge.intents.values()].flatMap(({ id, examples }) => {
    const chinese = examples.filter((text) => /\p{Script=Han}/u.test(text))
    return chinese.slice(0, EXAMPLES).map((text) => ({ id, text }))
  })
}
