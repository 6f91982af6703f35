import { factsIn } from '../domain/conditions.ts'
import { exploreFlow } from '../domain/flow/explore-flow.ts'
import type { Flow, FlowSlot, SlotKind } from '../domain/flow/flow.ts'
import type { Collected, Placed } from './build.ts'
import { checkTexts, type Report, unknownFact } from './check-texts.ts'
import { knownFacts, slotNames } from './known-facts.ts'

/** These are understood only in answer to a question. */
const MUST_BE_ASKED: readonly SlotKind[] = ['yes_no', 'text']

/** What would make a flow stop half-way: slots that cannot be asked, steps that nobody reaches, texts that cannot be filled in. */
export function checkFlows(collected: Collected, report: Report): void {
  const facts = knownFacts(
    collected.shop.data.shop,
    collected.products.map(({ item }) => item),
  )
  const intents = new Set(collected.intents.map(({ item }) => item.id))
  checkStarts(collected.flows, intents, report)
  for (const one of collected.flows) {
    const known = new Set([...facts, ...slotNames(one.item)])
    checkSlots(one, report)
    checkFlowTexts(one, known, report)
    checkConditions(one, known, report)
    checkNext(one, intents, report)
    checkOptionIntents(one, intents, report)
    checkReach(one, report)
  }
}

function checkStarts(flows: readonly Placed<Flow>[], intents: ReadonlySet<string>, report: Report): void {
  const owners = new Map<string, string>()
  for (const one of flows) {
    for (const [n, id] of one.item.start.entries()) {
      if (!intents.has(id)) deadIntent(one, ['start', n], id, report)
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

function checkSlots(one: Placed<Flow>, report: Report): void {
  const names = new Set<string>()
  for (const [n, slot] of one.item.slots.entries()) {
    if (names.has(slot.name)) {
      report(
        one,
        ['slots', n, 'name'],
        { zh: `槽位「${slot.name}」用了两次`, en: `the slot "${slot.name}" is used twice` },
        { zh: '改名', en: 'rename one' },
      )
    }
    names.add(slot.name)
    checkSlot(one, n, slot, report)
  }
}

function checkSlot(one: Placed<Flow>, n: number, slot: FlowSlot, report: Report): void {
  if (slot.kind === 'choice' && slot.options.length < 2) {
    report(
      one,
      ['slots', n, 'options'],
      {
        zh: `「${slot.name}」是选择题，却没有两个以上的选项`,
        en: `"${slot.name}" is a choice with fewer than two options`,
      },
      { zh: '在 options 里写出选项', en: 'write them under options' },
    )
  }
  if (slot.kind !== 'choice' && slot.options.length > 0) {
    report(
      one,
      ['slots', n, 'options'],
      { zh: `「${slot.name}」不是选择题，不需要 options`, en: `"${slot.name}" is no choice and takes no options` },
      { zh: '删掉 options，或把 kind 改成 choice', en: 'remove options, or make it kind: choice' },
    )
  }
  if (slot.ask === undefined && MUST_BE_ASKED.includes(slot.kind)) {
    report(
      one,
      ['slots', n],
      { zh: `「${slot.name}」没有写怎么问，永远得不到`, en: `"${slot.name}" is never asked, so it is never learnt` },
      { zh: '补上 ask', en: 'add ask' },
    )
  }
}

function checkFlowTexts(one: Placed<Flow>, known: ReadonlySet<string>, report: Report): void {
  const { slots, rules, confirm } = one.item
  for (const [n, { ask }] of slots.entries()) {
    if (ask !== undefined) checkTexts(one, ['slots', n, 'ask'], ask, known, report)
  }
  for (const [n, { say }] of rules.entries()) checkTexts(one, ['rules', n, 'say'], say, known, report)
  if (confirm) checkTexts(one, ['confirm', 'say'], confirm.say, known, report)
}

function checkConditions(one: Placed<Flow>, known: ReadonlySet<string>, report: Report): void {
  const { slots, rules } = one.item
  const conditions = [
    ...slots.flatMap(({ when }, n) => (when ? [{ when, path: ['slots', n, 'when'] }] : [])),
    ...rules.map(({ when }, n) => ({ when, path: ['rules', n, 'when'] })),
  ]
  for (const { when, path } of conditions) {
    for (const fact of factsIn(when)) if (!known.has(fact)) unknownFact(one, path, fact, report)
  }
}

function checkNext(one: Placed<Flow>, intents: ReadonlySet<string>, report: Report): void {
  for (const [n, id] of one.item.next.entries()) if (!intents.has(id)) deadIntent(one, ['next', n], id, report)
  for (const [r, rule] of one.item.rules.entries()) {
    for (const [n, id] of rule.next.entries())
      if (!intents.has(id)) deadIntent(one, ['rules', r, 'next', n], id, report)
  }
}

function checkOptionIntents(one: Placed<Flow>, intents: ReadonlySet<string>, report: Report): void {
  for (const [s, slot] of one.item.slots.entries()) {
    for (const [o, option] of slot.options.entries()) {
      for (const [n, id] of option.intents.entries()) {
        if (!intents.has(id)) deadIntent(one, ['slots', s, 'options', o, 'intents', n], id, report)
      }
    }
  }
}

function checkReach(one: Placed<Flow>, report: Report): void {
  const reached = exploreFlow(one.item)
  const never = (path: readonly PropertyKey[], zh: string, en: string) =>
    report(
      one,
      path,
      { zh: `${zh}永远走不到`, en: `${en} is never reached` },
      { zh: '检查 when 里的选项值，以及前面的规则', en: 'check the values in when, and the rules before it' },
    )
  for (const [n, { name, ask }] of one.item.slots.entries()) {
    if (ask !== undefined && !reached.slots.has(name))
      never(['slots', n, 'when'], `槽位「${name}」`, `the slot "${name}"`)
  }
  for (const n of one.item.rules.keys()) {
    if (!reached.rules.has(n)) never(['rules', n, 'when'], `第 ${n + 1} 条规则`, `rule ${n + 1}`)
  }
  if (!reached.end) never(['done'], '流程的结尾', 'the end of the flow')
}

export function deadIntent(one: Placed<unknown>, path: readonly PropertyKey[], id: string, report: Report): void {
  report(
    one,
    path,
    { zh: `找不到意图「${id}」`, en: `there is no intent "${id}"` },
    { zh: '检查拼写，或先把它建出来', en: 'check the spelling, or create it first' },
  )
}
