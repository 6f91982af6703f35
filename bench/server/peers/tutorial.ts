import { createServer } from 'node:http'
import { join } from 'node:path'
import { Server } from 'socket.io'
import { open } from 'sqlite'
import sqlite3 from 'sqlite3'
import { listen } from './listen.ts'

/**
 * The server of Socket.IO's own tutorial, step 8 (https://socket.io/docs/v4/tutorial/step-8), but for three things: a message goes back
 * to its sender alone, as nobody hears another shopper's; no page is served; and `JOURNAL=wal` keeps what was acknowledged through a
 * loss of power as cheaply as SQLite can. The message that comes back is the answer, so one row is stored where we store two. With
 * `BOT=node-nlp` what comes back is what a bot answers, stored too: the whole path, put together of what there is.
 */
const answerTo = process.env['BOT'] === 'node-nlp' ? await (await import('./learn-shop.ts')).learnShop() : undefined
const db = await open({ filename: join(process.env['DATA_DIR'] ?? '.', 'chat.db'), driver: sqlite3.Database })
if (process.env['JOURNAL'] === 'wal') await db.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = full')
await db.exec(`
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_offset TEXT UNIQUE,
    content TEXT
  );
`)

const server = createServer()
const io = new Server(server, { connectionStateRecovery: {}, serveClient: false })

async function store(text: string, clientOffset: string): Promise<number | undefined | 'known'> {
  try {
    const { lastID } = await db.run('INSERT INTO messages (content, client_offset) VALUES (?, ?)', text, clientOffset)
    return lastID
  } catch (error) {
    const known = (error as { errno?: number }).errno === 19
    return known ? 'known' : undefined
  }
}

io.on('connection', (socket) => {
  socket.on('chat message', async (text: string, clientOffset: string, acknowledge: () => void) => {
    const id = await store(text, clientOffset)
    // Nothing is said: the client tries again.
    if (id === undefined) return
    if (id !== 'known' && !answerTo) socket.emit('chat message', text, id)
    acknowledge()
    if (id === 'known' || !answerTo) return

    const answer = await answerTo(text)
    socket.emit('chat message', answer, await store(answer, `reply-to-${clientOffset}`))
  })
})
listen(server)
