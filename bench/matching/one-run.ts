import { loadSet, type Regime } from './load-set.ts'
import { measure } from './measure.ts'
import { findRefusal, PEERS } from './peers/peer.ts'
import type { Job, Reached } from './results.ts'

/** The child process of one run: `tsx one-run.ts DIR SET REGIME PEER SECONDS`; sends what it reached to its parent. */
async function runOnce(folder: string, { set, regime, peer }: Job, seconds: number): Promise<Reached> {
  const deadline = performance.now() + seconds * 1000
  const data = loadSet(folder, set, regime)
  const open = PEERS[peer]
  if (!open) return { kind: 'failed', reason: `no peer is called ${peer}` }

  const refusal = findRefusal(peer, data.train)
  if (refusal) return { kind: 'skipped', reason: refusal }

  return { kind: 'done', trained: data.train.length, figures: await measure(open, data, deadline) }
}

// A bench that was stopped must not leave its runs behind.
process.on('disconnect', () => process.exit(1))

const [folder = '', set = '', regime = '', peer = '', seconds = ''] = process.argv.slice(2)
const reached = await runOnce(folder, { set, regime: regime as Regime, peer }, Number(seconds))
process.send?.(reached, () => process.exit(0))
