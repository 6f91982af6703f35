import { openAskers } from '../asker.ts'
import { ANSWERING, type Measure, pause, spread, WARM_UP } from './measure.ts'

/**
 * So many questions a second, by whoever is next, whether or not earlier ones are answered: what cannot keep up shows as latency, which
 * counts from the moment a question was to be asked.
 */
export function openLoop(options: { clients: number; perSecond: number; seconds: number; repeats: number }): Measure {
  const { clients, perSecond, seconds, repeats } = options
  return {
    name: `open-${clients}-at-${perSecond}`,
    title: `${clients} shoppers, ${perSecond} questions a second`,
    columns: ANSWERING,
    take: async (server) => {
      const askers = await openAskers(server, clients, repeats)
      const took: number[] = []
      const flying: Promise<void>[] = []
      const total = Math.round(perSecond * (seconds + WARM_UP / 1000))
      const began = performance.now()
      let cpu = Number.NaN
      let lastAnswer = began
      const ask = (number: number) => {
        const intended = began + (number / perSecond) * 1000
        const counts = intended - began >= WARM_UP
        if (counts && Number.isNaN(cpu)) cpu = server.cpu()
        const asked = askers[number % clients]?.ask().then(() => {
          lastAnswer = performance.now()
          if (counts) took.push(lastAnswer - intended)
        })
        if (asked) flying.push(asked)
      }
      for (let sent = 0; sent < total; ) {
        const due = Math.min(total, ((performance.now() - began) / 1000) * perSecond)
        for (; sent < due; sent += 1) ask(sent)
        await pause(1)
      }
      await Promise.all(flying)
      const [spent, rss] = [server.cpu() - cpu, server.rss()]
      for (const asker of askers) asker.close()
      const lasted = (lastAnswer - began - WARM_UP) / 1000
      return { rate: took.length / lasted, cpu: spent / took.length, ...spread(took), rss }
    },
  }
}
