import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../src/config/config.ts'
import type { Row } from './server/report.ts'
import { loadResults } from './server/results.ts'

/**
 * Draws the newest results of `npm run bench -- --publish` (or those named) as docs/images/message-path.svg: `npx tsx bench/chart.ts [FILE] [MEASURE]`.
 * Bars are on a logarithmic scale, each ten times the line before.
 */
const RESULTS = join(ROOT, 'bench/results')
const newest =
  readdirSync(RESULTS)
    .sort()
    .findLast((name) => /^server-.*\.json$/.test(name)) ?? ''
const [file = join(RESULTS, newest), name = 'closed-100'] = process.argv.slice(2)

const NAMES: Readonly<Record<string, string>> = {
  bare: 'bare Socket.IO echo',
  reference: 'reference: stored, synced',
  xiaoer: '小二',
  tutorial: 'Socket.IO tutorial, WAL',
  'tutorial-as-published': 'Socket.IO tutorial',
  'tutorial-node-nlp': 'tutorial + node-nlp, WAL',
  feathers: 'Feathers, WAL',
  botkit: 'Botkit (stores nothing)',
  'node-nlp': 'node-nlp bot (stores nothing)',
}
const WIDTH = 760
const LEFT = 210
const RIGHT = 70
const BAR = 16
const STEP = 24
const HEAD = 34
const FOOT = 26

interface Panel {
  readonly title: string
  readonly key: string
}
const PANELS: readonly Panel[] = [
  { title: 'Messages answered a second (more is better)', key: 'rate' },
  { title: 'CPU a message, µs (less is better)', key: 'cpu' },
]

function toPanel({ title, key }: Panel, rows: readonly Row[], top: number): string {
  const values = rows.map(({ server, values }) => ({ server, value: values[key]?.median ?? Number.NaN }))
  const all = values.map(({ value }) => Math.log10(value))
  const from = Math.floor(Math.min(...all) - 0.2)
  const until = Math.ceil(Math.max(...all))
  const x = (log: number) => LEFT + ((log - from) / (until - from)) * (WIDTH - LEFT - RIGHT)
  const bottom = top + HEAD + rows.length * STEP
  const decades = Array.from({ length: until - from + 1 }, (_, n) => from + n)
  const grid = decades.map(
    (log) => `<line x1="${at(x(log))}" x2="${at(x(log))}" y1="${top + HEAD - 6}" y2="${bottom}" class="grid"/>
<text x="${at(x(log))}" y="${bottom + 14}" text-anchor="middle" class="small">${toText(10 ** log)}</text>`,
  )
  const bars = values.map(({ server, value }, n) => {
    const y = top + HEAD + n * STEP
    const end = x(Math.log10(value))
    return `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${NAMES[server] ?? server}</text>
<rect x="${LEFT}" y="${y}" width="${at(end - LEFT)}" height="${BAR}" rx="2" class="${server === 'xiaoer' ? 'ours' : 'bar'}"/>
<text x="${at(end + 6)}" y="${y + 12}" class="small">${toText(value)}</text>`
  })
  return [`<text x="0" y="${top + 16}" class="title">${title}</text>`, ...grid, ...bars].join('\n')
}

function at(x: number): string {
  return x.toFixed(1)
}

function toText(value: number): string {
  return value < 1 ? String(value) : Math.round(value).toLocaleString('en')
}

const results = loadResults(file)
const measured = results.measures[name]
if (!measured) throw new Error(`${file} has no ${name}: it has ${Object.keys(results.measures).join(', ')}`)
const height = HEAD + measured.rows.length * STEP + FOOT
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${PANELS.length * height}" role="img" aria-labelledby="t" font-family="system-ui, sans-serif" font-size="13">
<title id="t">${measured.title}: ${PANELS.map(({ title }) => title).join('; ')}. ${results.date}, on a logarithmic scale</title>
<style>
text { fill: #1f2328 } .title { font-weight: 600; font-size: 14px } .small { font-size: 11px; fill: #59636e }
.bar { fill: #8c959f } .ours { fill: #c8400a } .grid { stroke: #8c959f; stroke-opacity: .3 }
@media (prefers-color-scheme: dark) { text { fill: #f0f6fc } .small { fill: #9198a1 } .bar { fill: #6e7681 } .ours { fill: #ff8a4c } }
</style>
${PANELS.map((panel, n) => toPanel(panel, measured.rows, n * height)).join('\n')}
</svg>
`
const images = join(ROOT, 'docs/images')
mkdirSync(images, { recursive: true })
writeFileSync(join(images, 'message-path.svg'), svg)
console.log(join(images, 'message-path.svg'))
