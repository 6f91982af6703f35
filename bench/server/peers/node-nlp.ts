import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { NlpManager } from 'node-nlp'
import { Server } from 'socket.io'
import { ROOT } from '../../../src/config/config.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import { listen } from './listen.ts'

/**
 * A bot of Socket.IO and node-nlp, which has learnt the demo shop's intents and stores nothing. It learns twenty Chinese examples of each:
 * from all of them it does not finish within minutes. What it has learnt is kept beside its packages.
 */
const EXAMPLES = 20
const CACHE = join(ROOT, 'bench/server/node_modules/.cache')

const manager = new NlpManager({
  languages: ['zh'],
  nlu: { log: false, useNoneFeature: true },
  autoSave: false,
  autoLoad: false,
  forceNER: false,
})

async function learn(): Promise<void> {
  const loaded = await loadKnowledge(join(ROOT, 'intents'))
  if (!loaded.ok) throw new Error('the demo shop has mistakes')
  const rows = [...loaded.knowledge.intents.values()].flatMap(({ id, examples }) => {
    const chinese = examples.filter((text) => /\p{Script=Han}/u.test(text))
    return chinese.slice(0, EXAMPLES).map((text) => ({ id, text }))
  })
  const file = join(
    CACHE,
    `node-nlp-${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)}.json`,
  )
  if (existsSync(file)) {
    manager.import(readFileSync(file, 'utf8'))
    return
  }
  for (const { id, text } of rows) manager.addDocument('zh', text, id)
  for (const id of new Set(rows.map((row) => row.id))) manager.addAnswer('zh', id, `answer of ${id}`)
  await manager.train()
  await mkdir(CACHE, { recursive: true })
  await writeFile(file, manager.export(false))
}

await learn()
const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false })
io.of('/widget').on('connection', (socket) => {
  let seq = 0
  socket.on('message:send', async ({ text }: { text: string }, acknowledge: (ack: object) => void) => {
    seq += 1
    acknowledge({ ok: true, seq })
    const { answer } = await manager.process('zh', text)
    socket.emit('message:created', {
      message: { seq, author: { kind: 'bot' }, body: { kind: 'text', text: answer ?? '?' } },
    })
  })
})
listen(http)
