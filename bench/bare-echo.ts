import { createServer } from 'node:http'
import { Server } from 'socket.io'

/** The floor: Socket.IO that acknowledges and answers, and does nothing else. Prints its port. */
const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false })
io.of('/widget').on('connection', (socket) => {
  let seq = 0
  socket.on('message:send', (message: { text: string }, acknowledge: (ack: object) => void) => {
    seq += 1
    acknowledge({ ok: true, seq })
    socket.emit('message:created', {
      message: { seq, author: { kind: 'bot' }, body: { kind: 'text', text: message.text } },
    })
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  if (address && typeof address === 'object') console.log(`port ${address.port}`)
})
