export interface WaitRange {
  readonly from: number
  readonly to: number
}

/** Minutes a shopper may honestly expect to wait. One number would promise what nobody can keep. */
export function toWaitRange(seconds: number): WaitRange {
  const from = Math.floor(seconds / 60)
  return { from, to: Math.max(from + 1, Math.ceil((seconds * 1.5) / 60)) }
}
