import { openAskers } from '../asker.ts'
import { type Measure, pause } from './measure.ts'

/** Who has opened a line before, so that what a server keeps for the first visitor is not counted as the visitors'. */
const FIRST = 200
/** A server has this long to give back what opening the lines has cost. */
const SETTLE = 5000

/** Visitors who have the panel open and say nothing: what each holds, and what they cost together. */
export function idle({ clients, seconds }: { clients: number; seconds: number }): Measure {
  return {
    name: `idle-${clients}`,
    title: `${clients} visitors who say nothing`,
    fresh: true,
    columns: [
      { key: 'empty', label: 'RSS empty MB', digits: 0, paired: false },
      { key: 'rss', label: 'RSS with them MB', digits: 0, paired: false },
      { key: 'each', label: 'KB a visitor', digits: 1, paired: true },
      { key: 'idle', label: '% of a core', digits: 1, paired: true },
      { key: 'opened', label: 'opened/s', digits: 0, paired: true },
    ],
    take: async (server) => {
      for (const asker of await openAskers(server, FIRST, 0)) asker.close()
      await pause(SETTLE)
      const empty = server.rss()
      const began = performance.now()
      const visitors = await openAskers(server, clients, 0)
      const opened = clients / ((performance.now() - began) / 1000)
      await pause(SETTLE)
      const [cpu, since] = [server.cpu(), performance.now()]
      await pause(seconds * 1000)
      const spent = (server.cpu() - cpu) / 1000 / (performance.now() - since)
      const rss = server.rss()
      for (const visitor of visitors) visitor.close()
      return { empty, rss, each: ((rss - empty) * 1024) / clients, idle: spent * 100, opened }
    },
  }
}
