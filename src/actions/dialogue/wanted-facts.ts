import { factsIn } from '../../domain/conditions.ts'
import type { Flow } from '../../domain/flow/flow.ts'
import type { Answer } from '../../domain/knowledge.ts'
import type { Renderer } from '../../ports/world.ts'

/** The first parts of the names of facts: what costs a look into the shop's data is looked up only for these. */
export type Wanted = ReadonlySet<string>

const ofAnswers = new WeakMap<Answer, readonly string[]>()
const ofFlows = new WeakMap<Flow, Wanted>()

/** What these answers may ask for. */
export function wantedBy(answers: readonly Answer[], renderer: Renderer): Wanted {
  return new Set(answers.flatMap((answer) => wantedByAnswer(answer, renderer)))
}

/** What a flow's texts and conditions may ask for, its end apart. */
export function wantedByFlow(flow: Flow, renderer: Renderer): Wanted {
  const known = ofFlows.get(flow)
  if (known) return known

  const { slots, rules, confirm } = flow
  const texts = [
    ...slots.flatMap(({ ask }) => ask ?? []),
    ...rules.map(({ say }) => say),
    ...(confirm ? [confirm.say] : []),
  ]
  const conditions = [...slots.flatMap(({ when }) => when ?? []), ...rules.map(({ when }) => when)]
  const facts = [...texts.flatMap((text) => renderer.factsOf(text)), ...conditions.flatMap(factsIn)]
  const wanted = new Set(facts.map(firstPart))
  ofFlows.set(flow, wanted)
  return wanted
}

function wantedByAnswer(answer: Answer, renderer: Renderer): readonly string[] {
  const known = ofAnswers.get(answer)
  if (known) return known

  const facts = [
    ...renderer.factsOf(answer.say),
    ...(answer.when ? factsIn(answer.when) : []),
    ...answer.show.map((card) => (card === 'coupons' ? 'coupon' : card)),
  ]
  const wanted = [...new Set(facts.map(firstPart))]
  ofAnswers.set(answer, wanted)
  return wanted
}

function firstPart(fact: string): string {
  return fact.split('.')[0] ?? ''
}
