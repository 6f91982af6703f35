import type { Flow, FlowSlot } from '../domain/flow/flow.ts'
import { toAnswer } from './build-answer.ts'
import { buildCondition, type ConditionScope } from './build-condition.ts'
import type { FlowInput } from './schema/flows.ts'

type Path = readonly PropertyKey[]

export function toFlow(raw: FlowInput, path: Path, scope: ConditionScope): Flow {
  return {
    id: raw.id,
    title: raw.title,
    start: raw.start,
    slots: raw.slots.map((slot, n) => toSlot(slot, [...path, 'slots', n], scope)),
    rules: raw.rules.map((rule, n) => ({
      ...rule,
      when: buildCondition(rule.when, [...path, 'rules', n, 'when'], scope),
    })),
    ...(raw.confirm && { confirm: raw.confirm }),
    ...(raw.case && { case: { type: raw.case.type, dueHours: raw.case.due_hours } }),
    done: raw.done.map((one, n) => toAnswer(one, [...path, 'done', n], scope)),
    next: raw.next,
  }
}

function toSlot(raw: FlowInput['slots'][number], path: Path, scope: ConditionScope): FlowSlot {
  const { when, ...rest } = raw
  return { ...rest, ...(when && { when: buildCondition(when, [...path, 'when'], scope) }) }
}
