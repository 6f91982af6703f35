import { AppError } from '../domain/errors.ts'
import type { CheckState, DraftChecker } from '../ports/knowledge-editing.ts'
import type { Log } from '../ports/world.ts'

class Cancelled extends Error {}

/** One check at a time; how far it is lies in memory. */
export function createDraftChecker(log: Log): DraftChecker {
  let state: CheckState = { state: 'idle' }
  let running: { readonly done: Promise<void>; cancelled: boolean } | undefined
  return {
    state: () => state,
    start: (print, work) => {
      if (running) throw new AppError('check_running')
      const report = (step: 'read' | 'train' | 'tests' | 'confusion' | 'replay', done: number, total: number) => {
        if (mine.cancelled) throw new Cancelled()
        state = { state: 'running', print, step, done, total }
      }
      const run = async () => {
        try {
          await work(report)
          state = { state: 'idle' }
        } catch (error) {
          state = mine.cancelled ? { state: 'idle' } : { state: 'failed', print, error: codeOf(error) }
          if (state.state === 'failed') log.error({ error }, 'the check of a draft came to nothing')
        } finally {
          running = undefined
        }
      }
      const mine = { done: Promise.resolve(), cancelled: false }
      state = { state: 'running', print, step: 'read', done: 0, total: 1 }
      running = mine
      mine.done = run()
    },
    cancel: async () => {
      if (!running) {
        state = { state: 'idle' }
        return
      }
      running.cancelled = true
      await running.done
    },
  }
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'internal'
}
