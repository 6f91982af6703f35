import { isRight, type Outcome, share } from '../../src/domain/evaluation/metrics.ts'
import type { LabelledRow } from '../../src/domain/evaluation/parse-labelled.ts'
import { type Evaluation, summarise } from '../../src/understanding/evaluation/evaluate.ts'
import { microsSince, readRss } from '../resources.ts'
import type { DataSet } from './load-set.ts'
import type { Match, Train } from './peers/peer.ts'
import { measureRefusal, type Refusal } from './refusal.ts'

/** What one peer reached on one set. Shares are 0 to 1; all times are CPU time of the whole process. */
export interface Figures extends Partial<Refusal> {
  readonly accuracy: number
  readonly macroF1: number
  readonly auroc: number | undefined
  readonly trainSeconds: number
  readonly latencyUs: Evaluation['latencyUs']
  readonly rssMb: number
  /** Messages scored, out-of-scope ones included; fewer than there are when the peer is too slow for its time limit. */
  readonly scored: number
  readonly available: number
  /** Share of the messages answered right without the noise, less that with it; by the noise's name. */
  readonly noiseLoss: Readonly<Record<string, number>>
}

const WARM_UP = { messages: 5000, seconds: 2 }
/** A peer answers at least so many messages of a part, however slow it is. */
const LEAST = 20
/** One that is too slow for more than this part of everything is spared the noise. */
const TOO_SLOW_FOR_NOISE = 0.2

/** Trains a peer and lets it answer; `deadline` is a reading of performance.now(). */
export async function measure(open: () => Promise<Train>, set: DataSet, deadline: number): Promise<Figures> {
  const emptyRss = readRss()
  const train = await open()
  const since = process.cpuUsage()
  const match = await train(set.train, set.language)
  const trainSeconds = microsSince(since) / 1e6

  // One answer, for what is only built then; many would count what nlp.js remembers of every message.
  await match(set.train[0]?.utterance ?? '')
  const rssMb = readRss() - emptyRss
  const millis = await warmUp(match, set.train)
  // Half of what is left: the warm-up makes for a rough estimate.
  const affordable = (deadline - performance.now()) / 2 / millis
  const clean = set.test.length + set.outOfScope.length
  const noisy = Object.values(set.noise).reduce((sum, rows) => sum + rows.length, 0)
  const noises = affordable / (clean + noisy) < TOO_SLOW_FOR_NOISE ? {} : set.noise
  const kept = Math.min(1, affordable / (noises === set.noise ? clean + noisy : clean))

  const inside = await score(match, sample(set.test, kept))
  const outside = await score(match, sample(set.outOfScope, kept))
  const outcomes = [...inside, ...outside]
  const noiseLoss: Record<string, number> = {}
  for (const [name, rows] of Object.entries(noises)) {
    noiseLoss[name] = share(inside, isRight) - share(await score(match, sample(rows, kept)), isRight)
  }
  const { top1, macroF1, auroc, latencyUs } = summarise(outcomes, 0)
  const size = { scored: outcomes.length, available: clean }
  const refusal = measureRefusal(outcomes)
  return { accuracy: top1, macroF1, auroc, ...refusal, trainSeconds, latencyUs, rssMb, ...size, noiseLoss }
}

async function score(match: Match, rows: readonly LabelledRow[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { utterance, intent } of rows) {
    const since = process.cpuUsage()
    const given = match(utterance)
    const { ranked, confidence } = given instanceof Promise ? await given : given
    const micros = microsSince(since)
    const verdict = ranked.length > 0 ? 'answer' : 'none'
    outcomes.push({ intent, style: undefined, ranked, confidence, verdict, micros })
  }
  return outcomes
}

/** Messages of two halves, which no peer has learnt by heart or will be asked again; the milliseconds one of them took. */
async function warmUp(match: Match, rows: readonly LabelledRow[]): Promise<number> {
  const since = performance.now()
  let count = 0
  while (count < WARM_UP.messages && performance.now() - since < WARM_UP.seconds * 1000) {
    const [first, second] = [
      rows[count % rows.length],
      rows[(count * 7 + 3 + Math.floor(count / rows.length)) % rows.length],
    ]
    if (first && second) await match(`${headOf(first.utterance)} ${headOf(second.utterance)}`)
    count += 1
  }
  return (performance.now() - since) / count
}

function headOf(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2))
}

/** Rows at even distances, the same places for every file of the same length, so that a noisy row has its clean twin. */
function sample(rows: readonly LabelledRow[], part: number): readonly LabelledRow[] {
  const count = Math.min(rows.length, Math.max(LEAST, Math.floor(rows.length * part)))
  return Array.from({ length: count }, (_, at) => rows[Math.floor((at * rows.length) / count)]).filter(
    (row) => row !== undefined,
  )
}
