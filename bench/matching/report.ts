import { REGIMES, type Regime } from './load-set.ts'
import type { Figures } from './measure.ts'
import { PEERS } from './peers/peer.ts'
import { findFigures, type Results, type Run } from './results.ts'

type Read = (figures: Figures) => number | undefined

/** One table: a row a set and regime, a column a peer. */
interface Table {
  readonly title: string
  readonly note: string
  readonly read: Read
  readonly show: (figure: number) => string
}

const percent = (figure: number) => (figure * 100).toFixed(1)
const plain = (figure: number) => (figure >= 100 ? figure.toFixed(0) : figure.toPrecision(2))

const TABLES: readonly Table[] = [
  {
    title: 'Accuracy, %',
    note: 'In-scope test messages whose first intent is right.',
    read: ({ accuracy }) => accuracy,
    show: percent,
  },
  {
    title: 'Macro-F1, %',
    note: 'The mean F1 of the intents, so that a small intent counts as much as a large one.',
    read: ({ macroF1 }) => macroF1,
    show: percent,
  },
  {
    title: 'Training, CPU seconds',
    note: 'From the rows to a matcher that answers; for ours with calibration and cross-validation. Imports are left out.',
    read: ({ trainSeconds }) => trainSeconds,
    show: plain,
  },
  {
    title: 'Latency, mean, CPU microseconds a message',
    note: '',
    read: ({ latencyUs }) => latencyUs.mean,
    show: plain,
  },
  { title: 'Latency, p50', note: '', read: ({ latencyUs }) => latencyUs.p50, show: plain },
  { title: 'Latency, p99', note: '', read: ({ latencyUs }) => latencyUs.p99, show: plain },
  {
    title: 'Memory, MB over an empty process',
    note: 'Resident after training, one answer and a collection, less what the process held before it imported the peer.',
    read: ({ rssMb }) => rssMb,
    show: (figure) => figure.toFixed(0),
  },
]

/** The results as Markdown, a pure rendering of what the JSON says. */
export function toReport({ machine, seconds, runs }: Results): string {
  return [
    `# Matching: ours and its npm peers, ${machine.date}`,
    '',
    `${machine.cores} cores (${machine.cpu}), Node ${machine.node}, at most ${seconds} s a run, each in a process of its own.`,
    'Times are CPU time of the process. In brackets: the figure as a multiple of ours on the same split.',
    '"-": not run, not done or without meaning there; "n=…": the peer was too slow for its time limit and answered only so',
    'many messages, evenly spread. Made by `bench/matching`, whose README.md says how each peer is set up.',
    '',
    ...TABLES.flatMap((table) => toTable(table, runs)),
    ...toScopeTable(runs),
    ...toNoiseTable(runs),
    ...toUndone(runs),
  ].join('\n')
}

function toTable({ title, note, read, show }: Table, runs: readonly Run[]): readonly string[] {
  const peers = Object.keys(PEERS).filter((name) => runs.some(({ peer }) => peer === name))
  const lines = listSplits(runs).map(({ set, regime }) => {
    const ours = findFigures(runs, { set, regime, peer: 'ours' })
    const cells = peers.map((peer) => {
      const figures = findFigures(runs, { set, regime, peer })
      return peer === 'ours' ? toCell(figures, undefined, read, show) : toCell(figures, ours, read, show)
    })
    const trained = runs.find((run) => run.set === set && run.regime === regime && run.kind === 'done')
    return toRow([nameOf(set, regime), trained?.kind === 'done' ? String(trained.trained) : '-', ...cells])
  })
  return [`## ${title}`, ...(note ? [note, ''] : []), ...toHead(['dataset', 'train', ...peers]), ...lines, '']
}

function toScopeTable(runs: readonly Run[]): readonly string[] {
  const measured = sortRuns(runs).filter((run) => run.kind === 'done' && run.figures.auroc !== undefined)
  if (measured.length === 0) return []

  const reads: readonly Read[] = [
    ({ accuracy }) => accuracy,
    ({ rightAt80 }) => rightAt80,
    ({ rightAt90 }) => rightAt90,
    ({ refusedAt90Right }) => refusedAt90Right,
  ]
  const lines = measured.map(({ set, regime, peer }) => {
    const figures = findFigures(runs, { set, regime, peer })
    const ours = peer === 'ours' ? undefined : findFigures(runs, { set, regime, peer: 'ours' })
    const auroc = toCell(
      figures,
      ours,
      (one) => one.auroc,
      (figure) => figure.toFixed(3),
    )
    const [first = '-', ...more] = reads.map((read) => toCell(figures, ours, read, percent))
    return toRow([nameOf(set, regime), peer, first, auroc, ...more])
  })
  return [
    '## Out of scope',
    'By the matcher\'s own confidence in its first intent, in-scope test against out-of-scope test. "right @ 80 %": in-scope',
    'messages answered right when 80 % of what is out of scope is refused. "refused": the largest share of out-of-scope',
    'messages refused while at least 90 % in scope are still answered right ("-": never so many are).',
    '',
    ...toHead(['set', 'matcher', 'in scope, %', 'AUROC', 'right @ 80 %', 'right @ 90 %', 'refused @ 90 right']),
    ...lines,
    '',
  ]
}

function toNoiseTable(runs: readonly Run[]): readonly string[] {
  const noisy = sortRuns(runs).filter((run) => run.kind === 'done' && Object.keys(run.figures.noiseLoss).length > 0)
  const sets = [...new Set(noisy.map(({ set }) => set))]
  const tables = sets.flatMap((set) => {
    const own = noisy.flatMap((run) => (run.set === set && run.kind === 'done' ? [run] : []))
    const names = [...new Set(own.flatMap(({ figures }) => Object.keys(figures.noiseLoss)))]
    const lines = own.map(({ peer, figures }) =>
      toRow([
        peer,
        toCell(figures, undefined, ({ accuracy }) => accuracy, percent),
        ...names.map((name) => {
          const loss = figures.noiseLoss[name]
          return loss === undefined ? '-' : percent(loss)
        }),
      ]),
    )
    return [...toHead([set, 'clean, %', ...names]), ...lines, '']
  })
  if (tables.length === 0) return []
  return [
    '## Noise',
    'Percentage points of accuracy lost to each kind of noise in the messages, without training anew.',
    '',
    ...tables,
  ]
}

function toUndone(runs: readonly Run[]): readonly string[] {
  const undone = sortRuns(runs).flatMap((run) =>
    run.kind === 'done' ? [] : [toRow([nameOf(run.set, run.regime), run.peer, run.kind, run.reason])],
  )
  if (undone.length === 0) return []
  return ['## Not measured', ...toHead(['dataset', 'matcher', 'what', 'why']), ...undone, '']
}

function toCell(figures: Figures | undefined, ours: Figures | undefined, read: Read, show: Table['show']): string {
  const figure = figures && read(figures)
  if (!figures || figure === undefined) return '-'
  const own = ours && read(ours)
  const ratio = own ? ` (${(figure / own).toPrecision(figure / own < 1 ? 2 : 3)}×)` : ''
  const part = figures.scored < figures.available ? ` n=${figures.scored}` : ''
  return `${show(figure)}${ratio}${part}`
}

function nameOf(set: string, regime: Regime): string {
  return regime === 'full' ? set : `${set} ${regime}`
}

function listSplits(runs: readonly Run[]): readonly { readonly set: string; readonly regime: Regime }[] {
  const names = new Map(sortRuns(runs).map(({ set, regime }) => [nameOf(set, regime), { set, regime }]))
  return [...names.values()]
}

/** By set, regime and peer, whatever the order in which they ran. */
function sortRuns(runs: readonly Run[]): readonly Run[] {
  const [regimes, peers] = [Object.keys(REGIMES), Object.keys(PEERS)]
  return runs.toSorted(
    (a, b) =>
      a.set.localeCompare(b.set) ||
      regimes.indexOf(a.regime) - regimes.indexOf(b.regime) ||
      peers.indexOf(a.peer) - peers.indexOf(b.peer),
  )
}

function toHead(cells: readonly string[]): readonly string[] {
  return [toRow(cells), toRow(cells.map(() => '---'))]
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
