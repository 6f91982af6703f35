import { setImmediate as turn } from 'node:timers/promises'
import { type KnowledgeBase, type Problem, toProblemLine } from '../domain/knowledge.ts'
import { describeFailure, judgeTest, type TestOutcome } from '../domain/owner-tests.ts'
import { type PushedProduct, withPushed } from '../domain/with-pushed.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { loadApart } from '../knowledge/load-apart.ts'
import { watchFolder } from '../knowledge/watch.ts'
import type { ProductStore } from '../ports/commerce.ts'
import type { Brain, KnowledgeReport, LiveKnowledge, Log, Publisher } from '../ports/world.ts'
import type { Model } from '../understanding/model.ts'
import { type Trainer, trainHere } from '../understanding/trainer.ts'
import { toTrainingSource } from '../understanding/training-source.ts'
import { createBrain } from './brain.ts'
import type { SharedKnowledge } from './shared-knowledge.ts'

const TESTS_AT_ONCE = 10

/** Good knowledge, trained, with the outcome of the owner's tests. */
export interface Prepared {
  /** As the owner wrote it. */
  readonly knowledge: KnowledgeBase
  readonly brain: Brain
  readonly model: Model
  readonly outcomes: readonly TestOutcome[]
  readonly warnings: readonly Problem[]
}

/** Something that can serve, or what is wrong with what the owner wrote. */
export type Preparation =
  | ({ readonly ok: true } & Prepared)
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Folder → something that can serve, or what is wrong with it. What is like the previous need not be learned again. */
export async function prepareKnowledge(
  folder: string,
  trainer: Trainer = trainHere,
  { previous, load = loadKnowledge }: { readonly previous?: Model; readonly load?: typeof loadKnowledge } = {},
): Promise<Preparation> {
  const loaded = await load(folder)
  if (!loaded.ok) return loaded

  const { knowledge, warnings } = loaded
  const model = await trainer.train(toTrainingSource(knowledge), previous)
  const brain = createBrain(knowledge, model)
  return { ok: true, knowledge, brain, model, warnings, outcomes: await runOwnerTests(brain) }
}

/** Others have their turn in between: an owner may have written thousands. */
async function runOwnerTests({ knowledge, understanding }: Brain): Promise<readonly TestOutcome[]> {
  const locale = knowledge.shop.language
  const at = Date.now()
  const outcomes: TestOutcome[] = []
  for (const test of knowledge.tests) {
    if (outcomes.length % TESTS_AT_ONCE === 0) await turn()
    outcomes.push(judgeTest(test, understanding.understand({ text: test.say, locale, at }), knowledge.thresholds))
  }
  return outcomes
}

/** Knowledge of a folder, or of whichever node has taken up something last. */
export interface LiveFolder extends LiveKnowledge {
  /** What serves, as it was prepared. */
  serving?(): Prepared
  /** Takes up what lies in the folder now, as a save does; what is broken is reported. */
  takeUp?(): Promise<void>
  /** While this writes into the folder, nothing is taken up from it. */
  still?(work: () => Promise<void>): Promise<void>
  /** Serves what is newest by now, if other nodes share theirs. */
  follow?(): Promise<void>
  stop(): Promise<void>
}

/** Serves a folder's knowledge and takes up what the owner saves; what is broken is reported and changes nothing. */
export async function startLiveKnowledge(world: {
  readonly folder: string
  readonly watch: boolean
  readonly trainer: Trainer
  /** How a folder is prepared at the start. */
  readonly prepare?: ((folder: string) => Promise<Preparation>) | undefined
  /** What the shop's own system has pushed. */
  readonly products: Pick<ProductStore, 'list'>
  readonly publisher: Publisher
  readonly log: Log
  /** Where several nodes serve the same. */
  readonly shared?: SharedKnowledge | undefined
  /** Called with what serves from now on, at the start and after every save. */
  readonly onServing?: ((version: string) => Promise<void>) | undefined
}): Promise<LiveFolder> {
  const { folder, trainer, publisher, log, shared, onServing } = world
  const first = await prepareFirst(world)
  let serving: Prepared = first
  let report = reportOf(first)
  const overlay = startOverlay(first, world.products)
  await onServing?.(first.knowledge.version)
  const reload = async () => {
    const next = await prepareKnowledge(folder, trainer, { previous: serving.model, load: loadApart })
    if (next.ok) {
      const changed = next.knowledge.version !== serving.knowledge.version
      if (!changed && report.problems.length === 0) return
      serving = next
      overlay.rebase(next)
      report = reportOf(next)
      log.info({ version: next.knowledge.version, intents: next.knowledge.intents.size }, 'new knowledge serves')
      await shared?.takeUp(next.knowledge.version)
      await onServing?.(next.knowledge.version)
    } else {
      report = { ...report, problems: next.problems }
      log.warn(
        { problems: next.problems.map((one) => toProblemLine(one, 'zh')) },
        'the saved knowledge is broken; the old goes on',
      )
    }
    publisher.publish({ type: 'knowledge.changed' })
  }
  // What another node serves may not fit here (a picture is missing): it is not tried again and again.
  let unfit: string | undefined
  const follow = async () => {
    const place = await shared?.findOther(serving.knowledge.version)
    if (place === undefined || place === unfit) return
    const next = await prepareKnowledge(place, trainer, { previous: serving.model, load: loadApart })
    if (next.ok) {
      serving = next
      overlay.rebase(next)
      report = reportOf(next)
      log.info({ version: next.knowledge.version }, 'knowledge of another node serves')
      return
    }
    unfit = place
    report = { ...report, problems: next.problems }
    log.error(
      { problems: next.problems.map((one) => toProblemLine(one, 'zh')) },
      'knowledge of another node is broken here',
    )
  }
  const due = new Set<() => Promise<void>>()
  const work = async () => {
    for (const one of due) {
      due.delete(one)
      await one()
    }
  }
  const reloads = oneAtATime(work, (error) => log.error({ error }, 'knowledge could not be reloaded'))
  const ask = (one: () => Promise<void>) => {
    due.add(one)
    reloads.ask()
  }
  const refresh = async () => {
    if (await overlay.refresh()) publisher.publish({ type: 'knowledge.changed' })
  }
  const refreshes = oneAtATime(refresh, (error) => log.error({ error }, 'pushed products could not be taken up'))
  const stopWatching = world.watch ? await watchFolder(folder, () => ask(reload)) : async () => undefined

  return {
    current: overlay.brain,
    report: () => report,
    written: () => serving.knowledge,
    serving: () => serving,
    takeUp: async () => {
      ask(reload)
      await reloads.settled()
    },
    still: (work) =>
      new Promise((resolve, reject) => {
        ask(() => work().then(resolve, reject))
      }),
    refreshProducts: async () => {
      refreshes.ask()
      await refreshes.settled()
    },
    follow: async () => {
      ask(follow)
      await reloads.settled()
    },
    stop: async () => {
      await stopWatching()
      await Promise.all([reloads.settled(), refreshes.settled()])
    },
  }
}

/** What a start begins with; a folder that is broken is refused, whatever others serve. */
async function prepareFirst(world: Parameters<typeof startLiveKnowledge>[0]): Promise<Prepared> {
  const { folder, trainer, shared, prepare = (from) => prepareKnowledge(from, trainer) } = world
  const own = await prepare(folder)
  if (!own.ok) throw new Error(refusal(folder, own.problems))
  const place = await shared?.settle(own.knowledge.version)
  if (place === undefined) return own
  const theirs = await prepareKnowledge(place, trainer, { previous: own.model })
  if (!theirs.ok) throw new Error(refusal(place, theirs.problems))
  return theirs
}

/** Lays what was pushed over knowledge that serves. Only names of products change, so nothing is learnt anew. */
export function startOverlay(
  first: Pick<Prepared, 'knowledge' | 'brain' | 'model'>,
  products: Pick<ProductStore, 'list'>,
) {
  let base = first
  let pushed: readonly PushedProduct[] = []
  let { brain } = first
  const rebuild = () => {
    brain = pushed.length === 0 ? base.brain : createBrain(withPushed(base.knowledge, pushed), base.model)
  }
  return {
    brain: () => brain,
    rebase: (next: typeof first) => {
      base = next
      rebuild()
    },
    /** True if something was pushed since the last time. */
    refresh: async () => {
      const newest = await products.list()
      if (JSON.stringify(newest) === JSON.stringify(pushed)) return false
      pushed = newest
      rebuild()
      return true
    },
  }
}

/** While one runs, any number of further requests make one more run after it. */
function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void) {
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    do {
      again = false
      await work().catch(onError)
    } while (again)
    running = undefined
  }
  return {
    ask: () => {
      again = true
      running ??= run()
    },
    settled: async () => running,
  }
}

function reportOf({ outcomes, warnings }: Prepared): KnowledgeReport {
  const failed = outcomes.filter((one) => !one.passed)
  return {
    loadedAt: Date.now(),
    problems: [],
    warnings,
    tests: { total: outcomes.length, failed: failed.map(describeFailure) },
  }
}

function refusal(folder: string, problems: readonly Problem[]): string {
  const lines = problems.map((problem) => `  ${toProblemLine(problem, 'zh')}`)
  return `The knowledge in ${folder} has mistakes (知识有误，没有启动):\n${lines.join('\n')}`
}
