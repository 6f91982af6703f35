import type { Server } from 'node:http'

/** Takes a port that is free and prints it, which is how the bench learns that a contestant serves. */
export function listen(http: Server): void {
  http.listen(0, '127.0.0.1', () => {
    const address = http.address()
    if (address && typeof address === 'object') console.log(`port ${address.port}`)
  })
}
