import type { Deps } from '../actions/deps.ts'
import type { DemoPeople, Limiters, Uploads } from '../ports/world.ts'

/** What the HTTP edge needs besides the actions' own dependencies. */
export interface HttpWorld {
  readonly deps: Deps
  readonly uploads: Uploads
  readonly limiters: Limiters
  /** Absent where the demo shop is not served. */
  readonly demo: DemoPeople | undefined
  readonly config: {
    readonly publicUrl: string
    /** Where the browser programs were built to. */
    readonly publicDir: string
    readonly mediaDir: string
    readonly trustProxy: boolean
    /** Whoever has one of them may push the shop's data. */
    readonly apiKeys: readonly string[]
  }
}
