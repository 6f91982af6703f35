import { type Agent, requireRole } from '../../domain/agent.ts'
import type { ReplayedQuestion } from '../../domain/replay.ts'
import type { CheckReport, CheckState, DraftCheck } from '../../ports/knowledge-editing.ts'
import type { KnowledgeFiles } from '../../ports/nodes.ts'
import type { Brain } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'
import { compareConfusion, compareTests, findNewWarnings, summariseReplay } from './compare-knowledge.ts'
import { readDraft } from './read-draft.ts'

export type CheckReading =
  | Exclude<CheckState, { readonly state: 'idle' }>
  | { readonly state: 'none' }
  | { readonly state: 'done'; readonly found: DraftCheck }

export type CheckDeps = Pick<Deps, 'storage' | 'editing' | 'clock'>

/** Begins to check the draft as it is now, with so many conversations replayed; throws `check_running`. */
export async function startCheck(deps: CheckDeps, agent: Agent, { last }: { readonly last: number }): Promise<void> {
  requireRole(agent, 'supervisor')
  const { files, print } = await readDraft(deps)
  deps.editing.checker.start(print, async (report) => {
    await deps.storage.draftChecks.keep(await checkFiles(deps, { files, print, last }, report))
  })
}

export async function cancelCheck({ editing }: CheckDeps, agent: Agent): Promise<void> {
  requireRole(agent, 'supervisor')
  await editing.checker.cancel()
}

/** How far the check is, or what it has found in the draft as it is now. */
export async function readCheck(deps: CheckDeps, agent: Agent): Promise<CheckReading> {
  requireRole(agent, 'supervisor')
  const state = deps.editing.checker.state()
  if (state.state === 'running') return state

  const { print } = await readDraft(deps)
  const found = await deps.storage.draftChecks.find(print)
  if (state.state === 'failed' && state.print === print && !found) return state
  return found ? { state: 'done', found } : { state: 'none' }
}

/** What would get better and what worse if these files served. */
export async function checkFiles(
  { editing: { scribe, workshop }, clock }: CheckDeps,
  { files, print, last }: { readonly files: KnowledgeFiles; readonly print: string; readonly last: number },
  report: CheckReport,
): Promise<DraftCheck> {
  report('read', 0, 1)
  const { problems } = await scribe.check(files)
  if (problems.length > 0) return broken(print, problems, clock.now())

  report('train', 0, 1)
  const trial = await workshop.prepare(files)
  if (!trial.ok) return broken(print, trial.problems, clock.now())

  report('tests', 0, 1)
  const live = await workshop.live()
  const tests = compareTests(live.outcomes, trial.outcomes)

  const before = await workshop.confuse('live', (done, total) => report('confusion', done, total * 2))
  const after = await workshop.confuse(files, (done, total) => report('confusion', total + done, total * 2))

  const onProgress = (done: number, total: number) => report('replay', done, total)
  const replay = last > 0 ? summariseReplay(await workshop.replay({ files, last, onProgress })) : undefined
  return {
    print,
    at: clock.now(),
    problems: [],
    warnings: findNewWarnings(live.warnings, trial.warnings),
    tests,
    confusion: compareConfusion(before, after),
    ...(replay && { replay }),
    regressions: tests.newlyFailed.length + (replay?.counts.worse ?? 0),
    titles: listTitles([live.brain, trial.brain], replay?.questions ?? []),
  }
}

function listTitles(brains: readonly Brain[], questions: readonly ReplayedQuestion[]): DraftCheck['titles'] {
  const said = new Set(questions.flatMap(({ live, draft }) => [live.intent ?? '', draft.intent ?? '']))
  const intents = brains.flatMap(({ knowledge }) => [...knowledge.intents.values()])
  return Object.fromEntries(intents.filter(({ id }) => said.has(id)).map(({ id, title }) => [id, title]))
}

function broken(print: string, problems: DraftCheck['problems'], at: number): DraftCheck {
  const tests = { total: 0, failed: [], newlyFailed: [] }
  return { print, at, problems, warnings: [], tests, confusion: [], regressions: 0, titles: {} }
}
