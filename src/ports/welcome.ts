import type { WelcomeState } from '../domain/welcome.ts'

/** A page of the shop on which the widget was seen. */
export interface PageSighting {
  readonly origin: string
  readonly url: string
  readonly at: number
}

export interface WelcomeStore {
  /** How far the first steps have come; nothing done where nobody has begun. */
  getState(): Promise<WelcomeState>
  setState(state: WelcomeState): Promise<void>
  /** The newest page of each origin is kept, of the fifty origins that were seen last. */
  noteSighting(sighting: PageSighting): Promise<void>
  /** The last seen first. */
  listSightings(limit: number): Promise<readonly PageSighting[]>
}
