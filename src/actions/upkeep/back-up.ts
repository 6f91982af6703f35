import type { Deps } from '../deps.ts'

/** The kind, and the only key, of the job that makes the next backup. */
export const BACK_UP = 'back-up'

/** Where one failed, or the process died in the middle of it. */
const AGAIN_MILLISECONDS = 15 * 60_000

/** Puts the next backup on the clock, counted from the newest that there is: restarts bring none forward and put none off. */
export async function scheduleBackups(deps: Deps): Promise<void> {
  const { backups, clock } = deps
  if (!backups) return deps.storage.jobs.cancel(BACK_UP)

  const newest = await backups.newestAt()
  await schedule(deps, newest === undefined ? clock.now() : newest + backups.everyMilliseconds)
}

/**
 * Begins a backup and does not wait for it: the clock has other work, and a job is one caller's for a minute only. Until it
 * has ended well the next try is close, so a process that dies meanwhile forgets nothing.
 */
export async function backUp(deps: Deps): Promise<void> {
  const { backups, clock, log, metrics } = deps
  if (!backups) return

  await schedule(deps, clock.now() + AGAIN_MILLISECONDS)
  if (backups.isRunning()) return
  const begun = clock.now()
  backups
    .make()
    .then(async () => {
      metrics.backedUp(true)
      log.info({ milliseconds: clock.now() - begun }, 'a backup was made')
      await schedule(deps, begun + backups.everyMilliseconds)
    })
    .catch((error: unknown) => {
      metrics.backedUp(false)
      log.error({ error }, 'a backup failed; it is tried again in a quarter of an hour')
    })
}

async function schedule({ storage }: Deps, dueAt: number): Promise<void> {
  await storage.jobs.schedule({ key: BACK_UP, kind: BACK_UP, payload: {}, dueAt })
}
