// What the bench uses of its peers. Ambient, so that the root's type check needs none of them installed.
declare module 'sqlite' {
  interface Database {
    exec(sql: string): Promise<void>
    run(sql: string, ...values: readonly unknown[]): Promise<{ readonly lastID: number }>
  }
  export function open(settings: { filename: string; driver: unknown }): Promise<Database>
}

declare module 'sqlite3' {
  const sqlite3: { readonly Database: unknown }
  export default sqlite3
}

declare module 'knex' {
  interface Column {
    unique(): Column
  }
  interface Table {
    increments(name: string): Column
    string(name: string): Column
    text(name: string): Column
    bigint(name: string): Column
  }
  interface Knex {
    raw(sql: string): Promise<unknown>
    readonly schema: { createTable(name: string, build: (table: Table) => void): Promise<void> }
  }
  export default function createKnex(settings: object): Knex
}

declare module '@feathersjs/feathers' {
  import type { Server } from 'node:http'

  interface Context {
    data: object
    readonly params: { readonly visitor?: string }
  }
  interface Connection {
    readonly visitor: string
  }
  interface Channel {
    join(connection: Connection): Channel
  }
  interface Application {
    configure(plugin: unknown): Application
    use(path: string, service: unknown): Application
    service(path: string): { hooks(hooks: { before: { create: ((context: Context) => void)[] } }): void }
    on(event: 'connection', heard: (connection: Connection) => void): Application
    publish(toChannel: (message: unknown, context: Context) => Channel): Application
    channel(name: string): Channel
    setup(server: Server): Promise<Application>
  }
  export function feathers(): Application
}

declare module '@feathersjs/knex' {
  export class KnexService {
    constructor(options: object)
  }
}

declare module '@feathersjs/socketio' {
  interface Socket {
    readonly id: string
    readonly feathers: { visitor?: string }
  }
  interface Io {
    use(middleware: (socket: Socket, next: () => void) => void): void
  }
  export default function configureSocketio(configure: (io: Io) => void): unknown
}

declare module 'botbuilder-adapter-web' {
  export class WebAdapter {}
}

declare module 'botkit' {
  import type { Server } from 'node:http'

  interface Message {
    readonly text: string
  }
  interface Bot {
    reply(message: Message, reply: { text: string }): Promise<unknown>
  }
  export class Botkit {
    constructor(settings: object)
    readonly http: Server
    hears(pattern: string, event: string, answer: (bot: Bot, message: Message) => Promise<void>): void
    ready(then: () => void): void
  }
}
