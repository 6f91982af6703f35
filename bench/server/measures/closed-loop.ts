import { type Asker, openAskers } from '../asker.ts'
import { ANSWERING, type Measure, pause, spread, WARM_UP } from './measure.ts'

/** Everybody asks again as soon as they are answered: how much a server can do. */
export function closedLoop(options: { clients: number; seconds: number; repeats: number }): Measure {
  const { clients, seconds, repeats } = options
  const again = repeats > 0 ? `, ${repeats * 100} % of the questions asked in the same words by others` : ''
  return {
    name: `closed-${clients}${repeats > 0 ? `-repeats-${repeats}` : ''}`,
    title: `${clients} shoppers, each asking as soon as they are answered${again}`,
    columns: ANSWERING,
    take: async (server) => {
      const askers = await openAskers(server, clients, repeats)
      const took: number[] = []
      let counting = false
      let going = true
      const keepAsking = async (asker: Asker) => {
        while (going) {
          const began = performance.now()
          await asker.ask()
          if (counting) took.push(performance.now() - began)
        }
      }
      const all = Promise.all(askers.map(keepAsking))
      const measured = (async () => {
        await pause(WARM_UP)
        const [cpu, began] = [server.cpu(), performance.now()]
        counting = true
        await pause(seconds * 1000)
        counting = false
        going = false
        return { cpu: server.cpu() - cpu, lasted: performance.now() - began, rss: server.rss() }
      })()
      const [{ cpu, lasted, rss }] = await Promise.all([measured, all])
      for (const asker of askers) asker.close()
      return { rate: took.length / (lasted / 1000), cpu: cpu / took.length, ...spread(took), rss }
    },
  }
}
