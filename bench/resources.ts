/** CPU time since then, in microseconds. */
export function microsSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return user + system
}

/** Resident memory in MB after a collection, for which the process is started with --expose-gc. */
export function readRss(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage.rss() / 1024 / 1024
}
