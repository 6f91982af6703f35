import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'

/** What each room may import of ours. Arrows point to what changes less; `docs/architecture.md` draws it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: ['domain'],
  ports: ['domain'],
  protocol: ['domain', 'ports'],
  actions: ['domain', 'ports'],
  understanding: ['domain', 'ports'],
  knowledge: ['domain', 'ports'],
  metrics: ['domain', 'ports'],
  storage: ['domain', 'ports'],
  security: ['domain', 'ports'],
  outbound: ['domain', 'ports', 'protocol'],
  nodes: ['domain', 'ports'],
  realtime: ['actions', 'protocol', 'ports', 'domain'],
  http: ['actions', 'protocol', 'ports', 'domain'],
  jobs: ['actions', 'protocol', 'ports', 'domain'],
  cli: ['app', 'actions', 'protocol', 'ports', 'domain', 'config'],
  app: ['*'],
  'web-widget': ['protocol'],
  'web-console': ['protocol'],
}

/** Third-party names that stay in one room. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  kysely: ['storage'],
  'better-sqlite3': ['storage'],
  pg: ['storage'],
  'socket.io': ['realtime'],
  express: ['http'],
  '@redis/client': ['nodes'],
  'rate-limiter-flexible': ['nodes'],
  multer: ['http'],
  helmet: ['http'],
  natural: ['understanding'],
  'fuse.js': ['web-console'],
  'pinyin-pro': ['understanding', 'web-console'],
  'opencc-js': ['understanding'],
  yaml: ['knowledge', 'web-console'],
  liquidjs: ['knowledge'],
  chokidar: ['knowledge'],
  diff: ['knowledge', 'web-console'],
  'node-diff3': ['knowledge'],
  echarts: ['web-console'],
  '@dagrejs/dagre': ['web-console'],
  jose: ['security'],
  commander: ['cli'],
  pino: ['app'],
  'prom-client': ['metrics'],
}

interface Edge {
  readonly file: string
  readonly room: string
  readonly target: string
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)[^'"\n;]*?(?:\n[^'"]*?)?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/')
  if (top !== 'src') return top
  return room.endsWith('.ts') ? 'app' : room
}

const files = ['src', 'web-widget', 'web-console'].flatMap(listFiles)
const edges: Edge[] = files.flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    file,
    room: roomOf(file),
    target: match[1] ?? match[2] ?? match[3] ?? '',
  })),
)

function strays(): string[] {
  return edges
    .filter(({ target }) => target.startsWith('.'))
    .map((edge) => ({ ...edge, to: roomOf(relative(ROOT, join(ROOT, dirname(edge.file), edge.target))) }))
    .filter(({ room, to }) => room !== to && !ROOMS[room]?.includes('*') && !ROOMS[room]?.includes(to))
    .map(({ file, target }) => `${file} → ${target}`)
}

it('lets rooms import only what changes less', () => {
  expect(strays()).toEqual([])
})

it('sees the edges that it judges', () => {
  const between = new Set(edges.filter(({ target }) => target.startsWith('.')).map(({ room }) => room))

  expect(edges.length).toBeGreaterThan(500)
  expect([...between]).toEqual(
    expect.arrayContaining(['actions', 'storage', 'realtime', 'http', 'web-widget', 'web-console']),
  )
  expect(files.filter((file) => !(roomOf(file) in ROOMS))).toEqual([])
})

it('keeps third-party names at home', () => {
  const away = edges.filter(({ target, room }) => {
    const name = Object.keys(HOMES).find((one) => target === one || target.startsWith(`${one}/`))
    return name !== undefined && !HOMES[name]?.includes(room) && !(room.startsWith('web-') && name === 'socket.io')
  })

  expect(away).toEqual([])
})

it('reads the environment in one place', () => {
  const readers = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('process.env'))

  expect(readers.toSorted()).toEqual(['src/cli/xiaoer.ts', 'src/main.ts', 'web-widget/build.ts'])
})

it('keeps the domain free of clocks, chance and waiting', () => {
  const impure = /Date\.now\(|new Date\(\)|Math\.random|randomUUID|\bawait\b|\basync\b|node:/
  const found = files.filter(
    (file) => file.startsWith('src/domain/') && impure.test(readFileSync(join(ROOT, file), 'utf8')),
  )

  expect(found).toEqual([])
})

it('keeps every file short enough to read', () => {
  const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 400)

  expect(long).toEqual([])
})
