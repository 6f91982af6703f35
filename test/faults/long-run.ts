/** `npm run test:faults` runs everything; `npm test` leaves out what takes minutes or a tool of the machine's. */
export const isLongRun = process.env['FAULTS'] === 'all'
