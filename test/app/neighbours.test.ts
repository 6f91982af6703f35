import { expect, it } from 'vitest'
import { createLog } from '../../src/app/log.ts'
import { watchNeighbours } from '../../src/app/neighbours.ts'
import { openMemory } from '../../src/app/open-storage.ts'

const SILENT = createLog('silent')
const state = (id: string, agent: string) => ({ id, browsers: new Map([[agent, 1]]), knowledge: 'v1' })

/** What one node has seen of the others, and `until` it has seen this. */
function startWatching(nodes: Parameters<typeof watchNeighbours>[0]['nodes']) {
  const seen: string[] = []
  let wake = () => {}
  const note = (line: string) => {
    if (seen.at(-1) !== line) seen.push(line)
    wake()
  }
  const watch = watchNeighbours({ id: 'me', nodes, log: SILENT, every: 20, deadAfter: 300 })
  watch.start({
    knowledge: () => 'v2',
    heard: (agents) => note([...agents].toSorted().join(' ')),
    met: (node) => note(`${node} lives`),
    gone: (node) => note(`${node} is gone`),
  })
  const until = async (line: string) => {
    while (!seen.includes(line)) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { seen, until, watch }
}

it('counts the agents of a node as long as it lives, and forgets it when its beats stand still', async () => {
  const { storage } = await openMemory()
  await storage.nodes.beat(state('dies', 'mina'))
  const living = setInterval(() => void storage.nodes.beat(state('lives', 'zhou')), 50)
  const { seen, until, watch } = startWatching(storage.nodes)

  await until('mina zhou')
  await until('lives lives')
  await until('dies is gone')
  await until('zhou')
  const listed = await storage.nodes.list()
  clearInterval(living)
  await watch.stop()

  expect(seen).not.toContain('lives is gone')
  expect(seen).not.toContain('dies lives')
  expect(listed.map(({ id, knowledge }) => [id, knowledge])).toEqual([
    ['lives', 'v1'],
    ['me', 'v2'],
  ])
  expect((await storage.nodes.list()).map(({ id }) => id)).toEqual(['lives'])
  await storage.close()
})

it('tells the others at once who is connected here, and comes back where it was taken for dead', async () => {
  const { storage } = await openMemory()
  const { watch } = startWatching(storage.nodes)

  await watch.tell(new Map([['mina', 2]]))
  const [first] = await storage.nodes.list()
  await storage.nodes.forget('me', first?.beats ?? 0)
  while ((await storage.nodes.list()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))

  expect(first?.browsers).toEqual(new Map([['mina', 2]]))
  expect((await storage.nodes.list())[0]?.browsers).toEqual(new Map([['mina', 2]]))
  await watch.stop()
  await storage.close()
})
