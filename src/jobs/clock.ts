import { forgetOldAttempts } from '../actions/agents/attempts.ts'
import { endStaleSessions } from '../actions/agents/sessions.ts'
import { SEND_SUGGESTION, sendSuggestion } from '../actions/assist/send-suggestion.ts'
import { TELL_CASE_CHANGE, tellCaseChange } from '../actions/cases/tell-case-change.ts'
import { answerUnhandled } from '../actions/conversations/answer-unhandled.ts'
import type { Deps } from '../actions/deps.ts'
import { WAKE, wakeConversation } from '../actions/follow-ups/snooze.ts'
import { GIVE_BACK, giveBackVanished } from '../actions/handoff/give-back-vanished.ts'
import { followMessages } from '../actions/history/follow-messages.ts'
import { endLateOffers } from '../actions/queue/end-offers.ts'
import { giveBackIdle } from '../actions/queue/give-back-idle.ts'
import { forgetOldPasses, routeQueue } from '../actions/queue/route-queue.ts'
import { tellBrokenPromises } from '../actions/queue/tell-broken-promises.ts'
import { endLateTransfers } from '../actions/queue/transfer.ts'
import { askAboutBot } from '../actions/ratings/ask-about-bot.ts'
import { countFacts } from '../actions/reports/count-facts.ts'
import { keepLeftMessages } from '../actions/todos/keep-left-messages.ts'
import { TODO_DUE, todoDue } from '../actions/todos/todo-due.ts'
import { BACK_UP, backUp } from '../actions/upkeep/back-up.ts'
import type { Job } from '../ports/storage.ts'

const TICK_MILLISECONDS = 500
/** A job whose process died is taken up by another after this time. */
const LOCK_MILLISECONDS = 60_000
const AT_ONCE = 50
/** A message that nobody has dealt with for so long has lost its turn. */
const QUIET_MILLISECONDS = 15_000
const SWEEP_EVERY_TICKS = 20
/** Promises are counted in seconds. */
const PROMISES_EVERY_TICKS = 2
/** The figures follow the chat at some distance. */
const COUNT_EVERY_TICKS = 10
/** Messages that were left become work of the next shift. */
const LEFT_EVERY_TICKS = 4
/** An import beside the server, or another node, may have pushed products. */
const REFRESH_EVERY_TICKS = 120

const HANDLERS: Readonly<Record<string, (deps: Deps, payload: Job['payload']) => Promise<void>>> = {
  [SEND_SUGGESTION]: (deps, payload) => sendSuggestion(deps, String(payload['suggestionId'])),
  [GIVE_BACK]: (deps, payload) => giveBackVanished(deps, String(payload['agentId'])),
  [TELL_CASE_CHANGE]: (deps, payload) =>
    tellCaseChange(deps, { number: String(payload['number']), length: Number(payload['length']) }),
  [TODO_DUE]: (deps, payload) => todoDue(deps, String(payload['id'])),
  [BACK_UP]: (deps) => backUp(deps),
  [WAKE]: (deps, payload) => wakeConversation(deps, String(payload['conversationId'])),
}

/** Runs what is due. Due work is rows, never a timer: a restart forgets nothing. The returned function stops it; `onTick` hears when it has run. */
export function startClock(deps: Deps, onTick: (at: number) => void = () => undefined): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let ticks = 0
  let idle = true
  const timer = setInterval(() => {
    if (!idle) return
    idle = false
    ticks += 1
    running = tick(deps, ticks).finally(() => {
      idle = true
      onTick(Date.now())
    })
  }, TICK_MILLISECONDS)

  return async () => {
    clearInterval(timer)
    await running
  }
}

/** One turn of the clock; every so many turns it does more. */
export async function tick(deps: Deps, ticks: number): Promise<void> {
  try {
    await runDueJobs(deps)
    await keepQueueMoving(deps)
    await followMessages(deps)
    if (ticks % SWEEP_EVERY_TICKS === 0) {
      await answerUnhandled(deps, QUIET_MILLISECONDS)
      await askAboutBot(deps)
      await endStaleSessions(deps)
    }
    if (ticks % PROMISES_EVERY_TICKS === 0) await tellBrokenPromises(deps)
    if (ticks % LEFT_EVERY_TICKS === 0) await keepLeftMessages(deps)
    if (ticks % REFRESH_EVERY_TICKS === 0) {
      await deps.live.refreshProducts()
      await forgetOldAttempts(deps)
      await forgetOldPasses(deps)
    }
    if (ticks % COUNT_EVERY_TICKS === 0) await countFacts(deps)
  } catch (error) {
    deps.log.error({ error }, 'the clock missed a tick')
  }
}

/** Offers and transfers that have run out, shoppers whom nobody answers, and who may be asked again. */
export async function keepQueueMoving(deps: Deps): Promise<void> {
  await endLateOffers(deps)
  await endLateTransfers(deps)
  await giveBackIdle(deps)
  await routeQueue(deps)
}

/** Runs every job that is due; what fails stays and is tried again when its lock has run out. */
export async function runDueJobs(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  for (const job of await deps.storage.jobs.claimDue(now, now + LOCK_MILLISECONDS, AT_ONCE)) {
    try {
      await HANDLERS[job.kind]?.(deps, job.payload)
      await deps.storage.jobs.finish(job)
      deps.metrics.jobEnded(job.kind, true)
    } catch (error) {
      deps.metrics.jobEnded(job.kind, false)
      deps.log.error({ job: job.key, attempts: job.attempts, error }, 'a job failed')
    }
  }
}
