/** Runs the work while no other tab of this shop does. Pages without Web Locks rely on the server's deduplication. */
export async function exclusively(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks
  if (!locks) return work()
  await locks.request('xiaoer:outbox', work)
}
