import { prepareKnowledge } from '../app/live-knowledge.ts'
import { toProblemLine } from '../domain/knowledge.ts'
import type { Locale } from '../domain/localized-text.ts'
import { describeFailure } from '../domain/owner-tests.ts'
import { pick } from './words.ts'

/** Runs the owner's tests, and asks the matcher for every `not:` of every intent. */
export async function test(folder: string, locale: Locale): Promise<number> {
  const prepared = await prepareKnowledge(folder)
  if (!prepared.ok) {
    for (const problem of prepared.problems) console.error(`✗ ${toProblemLine(problem, locale)}`)
    return 1
  }
  const failed = prepared.outcomes.filter((one) => !one.passed)
  for (const outcome of failed) console.log(`✗ ${describeFailure(outcome)}`)
  const strays = listStrays(prepared)
  for (const stray of strays) console.log(`✗ ${stray}`)

  const total = prepared.outcomes.length
  const passed = total - failed.length
  console.log(
    pick(
      locale,
      `\n${passed} / ${total} 条测试通过；${strays.length} 条 not 例句被认成了本意图`,
      `\n${passed} of ${total} tests passed; ${strays.length} "not" utterances were taken for their intent`,
    ),
  )
  return failed.length + strays.length > 0 ? 1 : 0
}

type Prepared = Extract<Awaited<ReturnType<typeof prepareKnowledge>>, { ok: true }>

function listStrays({ brain: { knowledge, understanding } }: Prepared): readonly string[] {
  return [...knowledge.intents.values()].flatMap((intent) =>
    intent.not.flatMap((text) => {
      const [best] = understanding.understand({ text, locale: knowledge.shop.language, at: Date.now() }).candidates
      return best?.intent === intent.id ? [`${intent.id}: not 「${text}」 → ${best.intent}`] : []
    }),
  )
}
