import { factsIn } from '../domain/conditions.ts'
import { exploreFlow } from '../domain/flow/explore-flow.ts'
import type { Flow } from '../domain/flow/flow.ts'
import type { Autonomy, Intent } from '../domain/knowledge.ts'
import type { Collected, Placed } from './build.ts'
import { checkSlots } from './check-slots.ts'
import { checkTexts, type Report, unknownFact } from './check-texts.ts'
import { checkValues, FACT_VALUES, slotValues } from './check-values.ts'
import { knownFacts, slotNames } from './known-facts.ts'

/** With any other, a person is called or asked first, and the flow never begins. */
const BEGINS: readonly Autonomy[] = ['auto', 'notify']

/** What would make a flow stop half-way: slots that cannot be asked, steps that nobody reaches, texts that cannot be filled in. */
export function checkFlows(collected: Collected, report: Report): void {
  const facts = knownFacts(
    collected.shop.data.shop,
    collected.products.map(({ item }) => item),
  )
  const intents = new Map(collected.intents.map(({ item }) => [item.id, item] as const))
  checkStarts(collected.flows, intents, report)
  for (const one of collected.flows) {
    const known = new Set([...facts, ...slotNames(one.item)])
    checkSlots(one, report)
    checkFlowTexts(one, known, report)
    const dead = checkConditions(one, known, report)
    checkNext(one, intents, report)
    checkOptionIntents(one, intents, report)
    checkReach(one, dead, report)
  }
}

type Intents = ReadonlyMap<string, Intent>

function checkStarts(flows: readonly Placed<Flow>[], intents: Intents, report: Report): void {
  const owners = new Map<string, string>()
  for (const one of flows) {
    for (const [n, id] of one.item.start.entries()) {
      const intent = intents.get(id)
      if (!intent) deadIntent(one, ['start', n], id, report)
      else if (!BEGINS.includes(intent.autonomy)) neverBegins(one, n, intent, report)
      const other = owners.get(id)
      if (other !== undefined) {
        report(
          one,
          ['start', n],
          {
            zh: `意图「${id}」已经由流程「${other}」开始`,
            en: `the intent "${id}" already begins the flow "${other}"`,
          },
          { zh: '一个意图只能开始一个流程', en: 'an intent begins one flow only' },
        )
      }
      owners.set(id, one.item.id)
    }
  }
}

function neverBegins(one: Placed<Flow>, n: number, { id, autonomy }: Intent, report: Report): void {
  report(
    one,
    ['start', n],
    {
      zh: `意图「${id}」的 autonomy 是 ${autonomy}，会转给同事，流程不会开始`,
      en: `the intent "${id}" has autonomy: ${autonomy}: it goes to a person, and the flow never begins`,
    },
    { zh: '把它改成 auto 或 notify', en: 'make it auto or notify' },
  )
}

function checkFlowTexts(one: Placed<Flow>, known: ReadonlySet<string>, report: Report): void {
  const { slots, rules, confirm } = one.item
  for (const [n, { ask }] of slots.entries()) {
    if (ask !== undefined) checkTexts(one, ['slots', n, 'ask'], ask, known, report)
  }
  for (const [n, { say }] of rules.entries()) checkTexts(one, ['rules', n, 'say'], say, known, report)
  if (confirm) checkTexts(one, ['confirm', 'say'], confirm.say, known, report)
}

/** The paths of the conditions that are wrong in themselves. */
function checkConditions(one: Placed<Flow>, known: ReadonlySet<string>, report: Report): ReadonlySet<string> {
  const { slots, rules } = one.item
  const values = new Map([...FACT_VALUES, ...slotValues(one.item)])
  const dead = new Set<string>()
  const conditions = [
    ...slots.flatMap(({ when }, n) => (when ? [{ when, path: ['slots', n, 'when'] }] : [])),
    ...rules.map(({ when }, n) => ({ when, path: ['rules', n, 'when'] })),
  ]
  for (const { when, path } of conditions) {
    const unknown = factsIn(when).filter((fact) => !known.has(fact))
    for (const fact of unknown) unknownFact(one, path, fact, report)
    if (!checkValues(one, path, when, values, report) || unknown.length > 0) dead.add(path.join('.'))
  }
  return dead
}

function checkNext(one: Placed<Flow>, intents: Intents, report: Report): void {
  for (const [n, id] of one.item.next.entries()) if (!intents.has(id)) deadIntent(one, ['next', n], id, report)
  for (const [r, rule] of one.item.rules.entries()) {
    for (const [n, id] of rule.next.entries())
      if (!intents.has(id)) deadIntent(one, ['rules', r, 'next', n], id, report)
  }
}

function checkOptionIntents(one: Placed<Flow>, intents: Intents, report: Report): void {
  for (const [s, slot] of one.item.slots.entries()) {
    for (const [o, option] of slot.options.entries()) {
      for (const [n, id] of option.intents.entries()) {
        if (!intents.has(id)) deadIntent(one, ['slots', s, 'options', o, 'intents', n], id, report)
      }
    }
  }
}

/** What is `dead` has been told of: that nobody comes there only follows from it. */
function checkReach(one: Placed<Flow>, dead: ReadonlySet<string>, report: Report): void {
  const reached = exploreFlow(one.item)
  const never = (path: readonly PropertyKey[], zh: string, en: string) => {
    if (dead.has(path.join('.'))) return
    report(
      one,
      path,
      { zh: `${zh}永远走不到`, en: `${en} is never reached` },
      { zh: '检查 when 里的选项值，以及前面的规则', en: 'check the values in when, and the rules before it' },
    )
  }
  for (const [n, { name, ask }] of one.item.slots.entries()) {
    if (ask !== undefined && !reached.slots.has(name))
      never(['slots', n, 'when'], `槽位「${name}」`, `the slot "${name}"`)
  }
  for (const n of one.item.rules.keys()) {
    if (!reached.rules.has(n)) never(['rules', n, 'when'], `第 ${n + 1} 条规则`, `rule ${n + 1}`)
  }
  if (!reached.end && dead.size === 0) never(['done'], '流程的结尾', 'the end of the flow')
}

export function deadIntent(one: Placed<unknown>, path: readonly PropertyKey[], id: string, report: Report): void {
  report(
    one,
    path,
    { zh: `找不到意图「${id}」`, en: `there is no intent "${id}"` },
    { zh: '检查拼写，或先把它建出来', en: 'check the spelling, or create it first' },
  )
}
