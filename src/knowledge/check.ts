import { factsIn } from '../domain/conditions.ts'
import type { Flow } from '../domain/flow/flow.ts'
import type { Answer, Problem } from '../domain/knowledge.ts'
import type { Collected, Placed } from './build.ts'
import { checkFlows, deadIntent } from './check-flows.ts'
import { checkImage, checkTexts, type Report, unknownFact } from './check-texts.ts'
import { checkValues, FACT_VALUES, slotValues } from './check-values.ts'
import { knownFacts, slotNames } from './known-facts.ts'
import { problemAt } from './problem.ts'

/** What would make good YAML bad knowledge: dead references, unknown facts, broken templates, ids given twice. */
export function checkReferences(collected: Collected, folder: string): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (at, path, cause, mend) => {
    problems.push(problemAt(at.file.place, [...at.path, ...path], cause, mend))
  }
  checkTwice(collected.intents, '意图 intent', report)
  checkTwice(collected.products, '商品 product', report)
  checkTwice(collected.flows, '流程 flow', report)
  checkNames(collected, report)
  checkAnswers(collected, folder, report)
  checkFlows(collected, report)
  checkShop(collected, problems)
  return problems
}

function checkTwice(items: readonly Placed<{ readonly id: string }>[], what: string, report: Report): void {
  const first = new Map<string, Placed<{ readonly id: string }>>()
  for (const one of items) {
    const before = first.get(one.item.id)
    if (!before) {
      first.set(one.item.id, one)
      continue
    }
    const where = before.file.place.at([...before.path, 'id'])
    report(
      one,
      ['id'],
      {
        zh: `${what} id「${one.item.id}」用了两次，另一处在 ${where}`,
        en: `id "${one.item.id}" is used twice, also at ${where}`,
      },
      { zh: '改名，或把两处合并', en: 'rename one, or merge them' },
    )
  }
}

function checkNames({ intents, products, tests }: Collected, report: Report): void {
  const intentIds = new Set(intents.map(({ item }) => item.id))
  const productIds = new Set(products.map(({ item }) => item.id))
  const dead = (at: Placed<unknown>, path: readonly PropertyKey[], id: string) =>
    report(
      at,
      path,
      { zh: `找不到「${id}」`, en: `there is no "${id}"` },
      { zh: '检查拼写，或先把它建出来', en: 'check the spelling, or create it first' },
    )

  for (const one of intents) {
    for (const [n, id] of one.item.next.entries()) if (!intentIds.has(id)) dead(one, ['next', n], id)
  }
  for (const one of products) {
    for (const [n, id] of one.item.goesWith.entries()) if (!productIds.has(id)) dead(one, ['goes_with', n], id)
    for (const id of Object.keys(one.item.answers)) if (!intentIds.has(id)) dead(one, ['answers', id], id)
  }
  for (const one of tests) {
    const { expect, not } = one.item
    if (expect && expect !== 'none' && !intentIds.has(expect)) dead(one, ['expect'], expect)
    if (not && !intentIds.has(not)) dead(one, ['not'], not)
    if (!expect && !not) {
      report(
        one,
        [],
        { zh: '这条测试没有 expect 也没有 not', en: 'this test has neither expect nor not' },
        { zh: '补上一个', en: 'add one' },
      )
    }
  }
}

function checkAnswers(collected: Collected, folder: string, report: Report): void {
  const facts = knownFacts(
    collected.shop.data.shop,
    collected.products.map(({ item }) => item),
  )
  const productIds = new Set(collected.products.map(({ item }) => item.id))
  const intentIds = new Set(collected.intents.map(({ item }) => item.id))
  const check = (at: Placed<unknown>, path: readonly PropertyKey[], answer: Answer, flow?: Flow) => {
    const known = flow ? new Set([...facts, ...slotNames(flow)]) : facts
    const values = flow ? new Map([...FACT_VALUES, ...slotValues(flow)]) : FACT_VALUES
    checkTexts(at, [...path, 'say'], answer.say, known, report)
    for (const fact of answer.when ? factsIn(answer.when) : []) {
      if (!known.has(fact)) unknownFact(at, [...path, 'when'], fact, report)
    }
    if (answer.when) checkValues(at, [...path, 'when'], answer.when, values, report)
    for (const [n, id] of answer.products.entries()) {
      if (!productIds.has(id)) {
        report(
          at,
          [...path, 'products', n],
          { zh: `找不到商品「${id}」`, en: `there is no product "${id}"` },
          { zh: '检查拼写', en: 'check the spelling' },
        )
      }
    }
    for (const [n, id] of (answer.next ?? []).entries()) {
      if (!intentIds.has(id)) deadIntent(at, [...path, 'next', n], id, report)
    }
    checkImage(at, [...path, 'image'], answer.image, folder, report)
  }
  for (const one of collected.intents) {
    for (const [n, answer] of one.item.answers.entries()) check(one, ['answers', n], answer)
  }
  for (const one of collected.flows) {
    for (const [n, answer] of one.item.done.entries()) check(one, ['done', n], answer, one.item)
  }
  for (const one of collected.products) {
    checkImage(one, ['image'], one.item.image, folder, report)
    for (const [intent, answers] of Object.entries(one.item.answers)) {
      for (const [n, answer] of answers.entries()) check(one, ['answers', intent, n], answer)
    }
  }
}

function checkShop({ shop, intents }: Collected, problems: Problem[]): void {
  const ids = new Set(intents.map(({ item }) => item.id))
  const names = [
    ...shop.data.shop.quick_replies.map((id, n) => ({ id, path: ['shop', 'quick_replies', n] })),
    ...shop.data.thresholds.risky_intents.map((id, n) => ({ id, path: ['thresholds', 'risky_intents', n] })),
    ...shop.data.desk.groups.flatMap((group, g) =>
      group.intents.map((id, n) => ({ id, path: ['desk', 'groups', g, 'intents', n] })),
    ),
  ]
  for (const { id, path } of names) {
    if (ids.has(id)) continue
    problems.push(
      problemAt(
        shop.place,
        path,
        { zh: `找不到意图「${id}」`, en: `there is no intent "${id}"` },
        { zh: '检查拼写', en: 'check the spelling' },
      ),
    )
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: shop.data.shop.time_zone })
  } catch {
    problems.push(
      problemAt(
        shop.place,
        ['shop', 'time_zone'],
        {
          zh: `没有「${shop.data.shop.time_zone}」这个时区`,
          en: `there is no time zone "${shop.data.shop.time_zone}"`,
        },
        { zh: '例如 Asia/Shanghai', en: 'for example Asia/Shanghai' },
      ),
    )
  }
}
