import type { Deps } from '../actions/deps.ts'
import type { Health } from '../ports/health.ts'
import type { MetricsReader } from '../ports/metrics.ts'
import type { DemoPeople, Limiters, Uploads } from '../ports/world.ts'

/** What the HTTP edge needs besides the actions' own dependencies. */
export interface HttpWorld {
  readonly deps: Deps
  readonly uploads: Uploads
  readonly metrics: MetricsReader
  readonly health: Health
  readonly limiters: Limiters
  /** Absent where the demo shop is not served. */
  readonly demo: DemoPeople | undefined
  readonly config: {
    readonly publicUrl: string
    /** Where the browser programs were built to. */
    readonly publicDir: string
    readonly mediaDir: string
    readonly trustProxy: boolean
    /** Undefined: the metrics are for this machine alone. */
    readonly metricsToken: string | undefined
    /** Whoever has one of them may push the shop's data. */
    readonly apiKeys: readonly string[]
  }
}
