import type { Server } from 'node:http'

/** Requests that have come and are not answered. `settled` resolves when there are none. */
export function countRequests(server: Server): { settled(): Promise<void> } {
  let open = 0
  let onNone: () => void = () => undefined
  server.on('request', (_request, response) => {
    open += 1
    response.once('close', () => {
      open -= 1
      if (open === 0) onNone()
    })
  })
  return {
    settled: () =>
      new Promise((resolve) => {
        if (open === 0) resolve()
        else onNone = resolve
      }),
  }
}
