import type { Intent, Problem } from '../domain/knowledge.ts'
import type { Collected, Placed } from './build.ts'
import { lintPromises } from './lint-promises.ts'
import { problemAt } from './problem.ts'
import { compile } from './renderer.ts'

/** Fewer examples than this are too few to tell an intent from its neighbours. */
const FEW_EXAMPLES = 5

/** What does no harm yet, and will. */
export function lint(collected: Collected): readonly Problem[] {
  const { intents } = collected
  return [
    ...listTwins(intents),
    ...intents.flatMap(listThin),
    ...intents.flatMap(listUnreachable),
    ...lintPromises(collected),
  ]
}

/** Letters and digits only: how the matcher's exact stage sees a text. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function listTwins(intents: readonly Placed<Intent>[]): readonly Problem[] {
  // Places are looked up for those that stand twice only: there are thousands of examples.
  const owners = new Map<string, { intent: string; place: () => string }>()
  const problems: Problem[] = []
  for (const one of intents) {
    for (const [n, example] of one.item.examples.entries()) {
      const place = () => one.file.place.at([...one.path, 'examples', n])
      const key = bare(example)
      const other = owners.get(key)
      if (other) {
        problems.push({
          place: place(),
          cause: {
            zh: `例句「${example}」在 ${other.place()} 已经有了（${other.intent}）`,
            en: `"${example}" is already at ${other.place()} (${other.intent})`,
          },
          mend: { zh: '只留一处', en: 'keep one of them' },
        })
      } else owners.set(key, { intent: one.item.id, place })
    }
  }
  return problems
}

function listThin({ item, file, path }: Placed<Intent>): readonly Problem[] {
  if (item.examples.length >= FEW_EXAMPLES) return []
  return [
    problemAt(
      file.place,
      [...path, 'examples'],
      {
        zh: `「${item.id}」只有 ${item.examples.length} 个例句`,
        en: `"${item.id}" has only ${item.examples.length} examples`,
      },
      { zh: `至少写 ${FEW_EXAMPLES} 个意思不同的说法`, en: `write at least ${FEW_EXAMPLES}, different in meaning` },
    ),
  ]
}

/** An answer without condition and end hides every later one of its priority, and all of a lower one. */
function listUnreachable({ item, file, path }: Placed<Intent>): readonly Problem[] {
  return item.answers.flatMap((answer, n) => {
    const shadow = item.answers.findIndex(
      (other, m) =>
        (other.priority > answer.priority || (other.priority === answer.priority && m < n)) &&
        !other.when &&
        !other.valid &&
        !usesFacts(other.say),
    )
    if (shadow < 0) return []
    return [
      problemAt(
        file.place,
        [...path, 'answers', n],
        { zh: `「${item.id}」的第 ${n + 1} 个回答永远轮不到`, en: `answer ${n + 1} of "${item.id}" is never reached` },
        {
          zh: `给第 ${shadow + 1} 个回答加上 when 或 valid，或调整优先级`,
          en: `give answer ${shadow + 1} a when or valid, or change priorities`,
        },
      ),
    ]
  })
}

/** Facts other than the shop's own may be missing, and then the next answer is said. */
function usesFacts(say: Intent['title']): boolean {
  const texts = typeof say === 'string' ? [say] : Object.values(say)
  return texts.some((text) => {
    try {
      return compile(text ?? '').facts.some((fact) => !fact.startsWith('shop.'))
    } catch {
      // What cannot be filled in is told of elsewhere.
      return true
    }
  })
}
