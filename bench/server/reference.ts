import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Server } from 'socket.io'

/**
 * The floor of a server that loses nothing: the question and its answer in one transaction with all that arrived in the same turn
 * of the event loop, acknowledged after the fsynced commit. Nothing is checked or understood. Prints its port.
 */
const db = new Database(join(process.env['DATA_DIR'] ?? '.', 'reference.db'))
db.pragma('journal_mode = wal')
db.exec(`create table conversations (id text primary key, last_seq integer not null) without rowid;
  create table messages (conversation_id text not null, seq integer not null, key text not null, body text not null, at integer not null,
    primary key (conversation_id, seq)) without rowid;
  create unique index messages_key on messages (conversation_id, key)`)
db.pragma('synchronous = full')
const find = db.prepare<[string], { last_seq: number }>('select last_seq from conversations where id = ?')
const open = db.prepare('insert into conversations values (?, 0)')
const insert = db.prepare('insert into messages values (?, ?, ?, ?, ?)')
const touch = db.prepare('update conversations set last_seq = ? where id = ?')

interface Waiting {
  readonly id: string
  readonly message: { clientId: string; text: string }
  readonly done: (seq: number) => void
}
let waiting: Waiting[] = []

const store = db.transaction((batch: readonly Waiting[]) =>
  batch.map(({ id, message }) => {
    const seq = (find.get(id)?.last_seq ?? 0) + 1
    insert.run(id, seq, message.clientId, JSON.stringify({ text: message.text }), Date.now())
    insert.run(id, seq + 1, `reply-to-${seq}`, JSON.stringify({ text: message.text }), Date.now())
    touch.run(seq + 1, id)
    return seq
  }),
)

function flush(): void {
  const batch = waiting
  waiting = []
  const seqs = store(batch)
  for (const [index, { done }] of batch.entries()) done(seqs[index] ?? 0)
}

const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false })
io.of('/widget').on('connection', (socket) => {
  open.run(socket.id)
  socket.on('message:send', (message: Waiting['message'], acknowledge: (ack: object) => void) => {
    const done = (seq: number) => {
      acknowledge({ ok: true, seq })
      socket.emit('message:created', {
        message: { seq: seq + 1, author: { kind: 'bot' }, body: { kind: 'text', text: message.text } },
      })
    }
    waiting.push({ id: socket.id, message, done })
    if (waiting.length === 1) setImmediate(flush)
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  if (address && typeof address === 'object') console.log(`port ${address.port}`)
})
