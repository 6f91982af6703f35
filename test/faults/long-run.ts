/** `npm run test:faults` runs everything; `npm test` leaves out what takes minutes or a tool of the machine's. */
export const isLongRun = process.env['FAULTS'] === 'all'

/**
 * How long one fault may take, in milliseconds. It ends a test that hangs, and judges nothing: on a busy machine all of it takes ten
 * times as long and is right all the same.
 */
export const FAULT_TIMEOUT = isLongRun ? 1_500_000 : 180_000

/** How long something may not move at all before it counts as hanging. */
export const STILL_MILLISECONDS = isLongRun ? 240_000 : 60_000

/** For `vi.waitFor` and `expect.poll`: what is waited for comes, or the test hangs. */
export const PATIENCE = { timeout: STILL_MILLISECONDS, interval: 20 }
