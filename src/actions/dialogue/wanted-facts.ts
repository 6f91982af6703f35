import type { Condition } from '../../domain/conditions.ts'
import type { Answer } from '../../domain/knowledge.ts'
import type { Renderer } from '../../ports/world.ts'

const wantedOf = new WeakMap<Answer, readonly string[]>()

/** The first parts of the names of all facts that these answers may ask for. */
export function wantedBy(answers: readonly Answer[], renderer: Renderer): ReadonlySet<string> {
  return new Set(
    answers.flatMap((answer) => {
      const known = wantedOf.get(answer)
      if (known) return known
      const facts = [
        ...renderer.factsOf(answer.say),
        ...(answer.when ? factsIn(answer.when) : []),
        ...answer.show.map(cardFact),
      ]
      const wanted = [...new Set(facts.map((fact) => fact.split('.')[0] ?? ''))]
      wantedOf.set(answer, wanted)
      return wanted
    }),
  )
}

function cardFact(card: Answer['show'][number]): string {
  return card === 'coupons' ? 'coupon' : card
}

function factsIn({ comparisons, all, any, none }: Condition): readonly string[] {
  return [...comparisons.map(({ fact }) => fact), ...[...all, ...any, ...none].flatMap(factsIn)]
}
