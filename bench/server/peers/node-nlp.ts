import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { learnShop } from './learn-shop.ts'
import { listen } from './listen.ts'

/** A bot of Socket.IO and node-nlp, which has learnt the demo shop's intents and stores nothing. Prints its port. */
const answerTo = await learnShop()
const http = createServer()
const io = new Server(http, { serveClient: false })
io.of('/widget').on('connection', (socket) => {
  let seq = 0
  socket.on('message:send', async ({ text }: { text: string }, acknowledge: (ack: object) => void) => {
    seq += 1
    acknowledge({ ok: true, seq })
    const answer = await answerTo(text)
    socket.emit('message:created', {
      message: { seq, author: { kind: 'bot' }, body: { kind: 'text', text: answer } },
    })
  })
})
listen(http)
