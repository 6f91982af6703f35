import { createServer } from 'node:http'
import { join } from 'node:path'
import { feathers } from '@feathersjs/feathers'
import { KnexService } from '@feathersjs/knex'
import configureSocketio from '@feathersjs/socketio'
import createKnex from 'knex'
import { listen } from './listen.ts'

/**
 * A messages service of Feathers 5 on Knex and SQLite, as its guide has it, with two things of ours: the event that tells of a new message goes to
 * its sender alone, and SQLite writes ahead with a full sync. The event is the answer, so one row is stored where we store two.
 */
const db = createKnex({
  client: 'sqlite3',
  connection: { filename: join(process.env['DATA_DIR'] ?? '.', 'feathers.db') },
  useNullAsDefault: true,
})
await db.raw('PRAGMA journal_mode = wal')
await db.raw('PRAGMA synchronous = full')
await db.schema.createTable('messages', (table) => {
  table.increments('id')
  table.string('clientId').unique()
  table.text('text')
  table.bigint('createdAt')
})

const app = feathers()
app.configure(
  configureSocketio((io) => {
    io.use((socket, next) => {
      socket.feathers.visitor = socket.id
      next()
    })
  }),
)
app.use('messages', new KnexService({ Model: db, name: 'messages' }))
app.service('messages').hooks({
  before: {
    create: [
      (context) => {
        context.data = { ...context.data, createdAt: Date.now() }
      },
    ],
  },
})
app.on('connection', (connection) => app.channel(`visitor/${connection.visitor}`).join(connection))
app.publish((_message, context) => app.channel(`visitor/${context.params.visitor}`))

const server = createServer()
await app.setup(server)
listen(server)
