import type { Answer, Problem, Product } from '../domain/knowledge.ts'
import type { Collected, Placed } from './build.ts'
import { problemAt } from './problem.ts'

/** Whether an intent serves; says where one is named that does not. */
type Serves = (id: string, at: Placed<unknown>, path: readonly PropertyKey[]) => boolean

/** Without the intents that the owner has switched off, and without what leads to them: nothing else has to be changed for that. */
export function leaveOff(collected: Collected): { readonly left: Collected; readonly hints: readonly Problem[] } {
  const off = new Set(collected.intents.flatMap(({ item }) => (item.enabled === false ? [item.id] : [])))
  if (off.size === 0) return { left: collected, hints: [] }

  const hints: Problem[] = []
  const serves: Serves = (id, at, path) => {
    if (!off.has(id)) return true
    hints.push(hintAt(id, at, path))
    return false
  }
  const intents = collected.intents
    .filter(({ item }) => item.enabled !== false)
    .map((one) => {
      const answers = answersLeft(one.item.answers, one, ['answers'], serves)
      return { ...one, item: { ...one.item, answers, next: idsLeft(one.item.next, one, ['next'], serves) } }
    })
  return {
    left: {
      ...collected,
      intents,
      products: collected.products.map((one) => ({ ...one, item: productLeft(one, serves) })),
      flows: collected.flows.map((one) => ({ ...one, item: flowLeft(one, serves) })),
      tests: collected.tests.filter((one) => serves(one.item.expect ?? '', one, ['expect'])),
      shop: shopLeft(collected, serves),
    },
    hints,
  }
}

function idsLeft(ids: readonly string[], at: Placed<unknown>, path: readonly PropertyKey[], serves: Serves) {
  return ids.filter((id, n) => serves(id, at, [...path, n]))
}

function answersLeft(answers: readonly Answer[], at: Placed<unknown>, path: readonly PropertyKey[], serves: Serves) {
  return answers.map((answer, n) => {
    const next = answer.next && idsLeft(answer.next, at, [...path, n, 'next'], serves)
    return next ? { ...answer, next } : answer
  })
}

function productLeft(one: Placed<Product>, serves: Serves): Product {
  const entries = Object.entries(one.item.answers).filter(([intent]) => serves(intent, one, ['answers', intent]))
  const answers = entries.map(([intent, list]) => [intent, answersLeft(list, one, ['answers', intent], serves)])
  return { ...one.item, answers: Object.fromEntries(answers) }
}

function flowLeft(one: Collected['flows'][number], serves: Serves) {
  const { start, next, rules, slots, done } = one.item
  return {
    ...one.item,
    start: idsLeft(start, one, ['start'], serves),
    next: idsLeft(next, one, ['next'], serves),
    done: answersLeft(done, one, ['done'], serves),
    rules: rules.map((rule, r) => ({ ...rule, next: idsLeft(rule.next, one, ['rules', r, 'next'], serves) })),
    slots: slots.map((slot, s) => ({
      ...slot,
      options: slot.options.map((option, o) => ({
        ...option,
        intents: idsLeft(option.intents, one, ['slots', s, 'options', o, 'intents'], serves),
      })),
    })),
  }
}

function shopLeft({ shop }: Collected, serves: Serves): Collected['shop'] {
  const at: Placed<unknown> = { item: undefined, file: shop, path: [] }
  const { data } = shop
  const left = (ids: readonly string[], ...path: PropertyKey[]) => [...idsLeft(ids, at, path, serves)]
  return {
    ...shop,
    data: {
      ...data,
      shop: { ...data.shop, quick_replies: left(data.shop.quick_replies, 'shop', 'quick_replies') },
      thresholds: {
        ...data.thresholds,
        risky_intents: left(data.thresholds.risky_intents, 'thresholds', 'risky_intents'),
      },
      desk: {
        ...data.desk,
        groups: data.desk.groups.map((group, g) => ({
          ...group,
          intents: left(group.intents, 'desk', 'groups', g, 'intents'),
        })),
      },
    },
  }
}

function hintAt(id: string, at: Placed<unknown>, path: readonly PropertyKey[]): Problem {
  return problemAt(
    at.file.place,
    [...at.path, ...path],
    { zh: `「${id}」已停用，这里当它不在`, en: `"${id}" is switched off, and left out here` },
    { zh: '重新启用它，或把这里删掉', en: 'switch it on again, or remove it here' },
  )
}
