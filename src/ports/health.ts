/** `starting`: it does not do all of its work yet; `draining`: it was told to stop. Only with `ok` may new work be sent to it. */
export type HealthStatus = 'ok' | 'starting' | 'failing' | 'draining'

export interface Check {
  readonly ok: boolean
}

/** What was found when somebody asked. Holds nothing that a stranger may not see: no path, no name, no text. */
export interface HealthReport {
  readonly status: HealthStatus
  readonly version: string
  readonly startedAt: number
  readonly at: number
  readonly checks: {
    /** A real write, and how long it took; without a time it took longer than it may, or failed. */
    readonly database: Check & { readonly milliseconds?: number }
    /** Those that the database has not had. */
    readonly migrations: Check & { readonly pending?: readonly string[] }
    /** Of the data folder. */
    readonly disk: Check & { readonly freeBytes?: number; readonly totalBytes?: number }
    /** `problems`: mistakes that keep newer files from being taken up; what served before goes on serving. */
    readonly knowledge: Check & { readonly version: string; readonly loadedAt: number; readonly problems: number }
    readonly clock: Check & { readonly lastTickAt?: number }
    readonly eventLoop: Check & { readonly p99Milliseconds: number; readonly maxMilliseconds: number }
  }
}

export interface Health {
  /** Never rejects. Those who ask at the same moment share one answer, so that asking costs the database little. */
  read(): Promise<HealthReport>
}
