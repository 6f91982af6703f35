import { checkKnowledge } from '../app/check-knowledge.ts'
import { toProblemLine } from '../domain/knowledge.ts'
import type { Locale } from '../domain/localized-text.ts'
import { pick } from './words.ts'

/** Prints what is wrong with a folder's knowledge; the exit code says whether it may serve. */
export async function check(folder: string, locale: Locale): Promise<number> {
  const { knowledge, problems, warnings } = await checkKnowledge(folder)
  for (const problem of problems) console.error(`✗ ${toProblemLine(problem, locale)}`)
  for (const warning of warnings) console.error(`! ${toProblemLine(warning, locale)}`)
  if (!knowledge) {
    console.error(
      pick(
        locale,
        `\n${problems.length} 处要改，改好之前不会生效。`,
        `\n${problems.length} to mend; until then nothing of it serves.`,
      ),
    )
    return 1
  }
  const examples = [...knowledge.intents.values()].reduce((sum, one) => sum + one.examples.length, 0)
  const { size: intents } = knowledge.intents
  const { size: products } = knowledge.products
  console.log(
    pick(
      locale,
      `✓ ${intents} 个意图，${examples} 个例句，${products} 个商品，${knowledge.tests.length} 条测试（版本 ${knowledge.version}）`,
      `✓ ${intents} intents, ${examples} examples, ${products} products, ${knowledge.tests.length} tests (version ${knowledge.version})`,
    ),
  )
  return 0
}
