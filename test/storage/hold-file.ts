import { openSqlite } from '../../src/storage/sqlite.ts'

/** A server process that does nothing but hold its file. */
await openSqlite(process.argv[2] ?? '')
process.stdout.write('open\n')
setInterval(() => undefined, 60_000)
