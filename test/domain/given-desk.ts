import type { DeskPolicy } from '../../src/domain/desk-policy.ts'
import { URGENT_REASONS } from '../../src/domain/handoff.ts'

/** What holds where shop.yaml says nothing of the desk. */
export const USUAL_DESK: DeskPolicy = {
  typingPreview: true,
  strategy: 'least_busy',
  lastAgentFirst: true,
  limit: 8,
  offerSeconds: 30,
  idleMinutes: 10,
  widenSeconds: 60,
  awayAfterMissed: 2,
  botAbove: 0,
  groups: [],
  priorities: [{ rank: 1, reasons: URGENT_REASONS }],
  warnSeconds: 60,
  redSeconds: 100,
  promises: [],
}
