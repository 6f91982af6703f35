import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// What is still fading in has not yet the contrast that people read it with. What turns for ever is not waited for.
const REST = `Promise.all(document.getAnimations()
  .filter((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => undefined)))`

/** What axe-core takes to keep people out of the page as it is, or of the part of it that `within` selects: `rule: elements`. */
export async function listBarriers(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  await page.evaluate(REST)
  const place = within === undefined ? 'document' : JSON.stringify(within)
  const results = (await page.evaluate(`axe.run(${place}, { resultTypes: ['violations'] })`)) as AxeResults
  if (results.passes.length < 5) throw new Error(`axe-core found hardly anything to look at on ${page.url()}`)
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
