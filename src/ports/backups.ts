/** Backups that the server makes of its own data. */
export interface Backups {
  readonly everyMilliseconds: number
  /** When the newest one was begun (epoch milliseconds); undefined where there is none. */
  newestAt(): Promise<number | undefined>
  /** Makes one beside all other work; one that is under way already is joined. Rejects with the reason. */
  make(): Promise<void>
  isRunning(): boolean
  /** Gives up what is under way. */
  stop(): Promise<void>
}
