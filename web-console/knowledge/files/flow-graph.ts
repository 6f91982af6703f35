import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'

export type FlowNodeKind = 'start' | 'slot' | 'rule' | 'handoff' | 'confirm' | 'case' | 'done'

export interface FlowNode {
  readonly id: string
  readonly kind: FlowNodeKind
  readonly title: string
  /** Its words, or what is asked. */
  readonly text: string
  /** The condition under which it comes, as it is written. */
  readonly when: string
  /** Of a slot. */
  readonly slotKind?: string
  readonly line: number
}

export interface FlowEdge {
  readonly from: string
  readonly to: string
  /** The next step may be left out: what comes after it is come to as well. */
  readonly skips?: true
}

export interface FlowGraph {
  readonly id: string
  readonly title: string
  readonly line: number
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

type Locale = 'zh' | 'en'

/** The flows of a file as graphs, as far as it can be read: what is learnt in which order, which rules end it, and how it ends. */
export function readFlows(text: string, locale: Locale): readonly FlowGraph[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true })
  const reader: Reader = {
    locale,
    resolve: (node) => (isAlias(node) ? node.resolve(document) : (node as Node | undefined)),
    toJS: (node) => node?.toJS(document),
    lineOf: (node) => lines.linePos(node?.range?.[0] ?? 0).line,
  }
  if (!isMap(document.contents)) return []
  return listOf(document.contents, 'flows', reader).map((flow) => readFlow(flow, reader))
}

interface Reader {
  readonly locale: Locale
  readonly resolve: (node: unknown) => Node | undefined
  readonly toJS: (node: Node | undefined) => unknown
  readonly lineOf: (node: Node | undefined) => number
}

function readFlow(flow: YAMLMap, reader: Reader): FlowGraph {
  const slots = listOf(flow, 'slots', reader).map((slot, at) => toSlot(slot, at, reader))
  const rules = listOf(flow, 'rules', reader).map((rule, at) => toRule(rule, at, reader))
  const start = toStart(flow, reader)
  const ends = toEnds(flow, reader)
  const steps = [start, ...slots, ...ends.steps]
  return {
    id: scalar(flow, 'id', reader),
    title: say(flow, 'title', reader),
    line: reader.lineOf(flow),
    nodes: [...steps, ...rules, ...ends.done],
    edges: [
      ...steps.slice(1).map((step, at) => ({ from: steps[at]?.id ?? '', to: step.id })),
      ...skipsOver(steps),
      ...rules.map((rule) => ({ from: comesAfter(rule.when, slots) ?? start.id, to: rule.id })),
      ...ends.done.map((one) => ({ from: steps.at(-1)?.id ?? '', to: one.id })),
    ],
  }
}

function toStart(flow: YAMLMap, reader: Reader): FlowNode {
  const start = reader.resolve(flow.get('start', true))
  const intents = reader.toJS(start)
  return {
    id: 'start',
    kind: 'start',
    title: Array.isArray(intents) ? intents.join(', ') : '',
    text: '',
    when: '',
    line: reader.lineOf(start ?? flow),
  }
}

function toSlot(slot: YAMLMap, at: number, reader: Reader): FlowNode {
  return {
    id: `slot ${at}`,
    kind: 'slot',
    title: say(slot, 'label', reader) || scalar(slot, 'name', reader),
    text: say(slot, 'ask', reader),
    when: sayWhen(slot, reader) || (scalar(slot, 'optional', reader) === 'true' ? '?' : ''),
    slotKind: `${scalar(slot, 'name', reader)}: ${scalar(slot, 'kind', reader)}`,
    line: reader.lineOf(slot),
  }
}

function toRule(rule: YAMLMap, at: number, reader: Reader): FlowNode {
  return {
    id: `rule ${at}`,
    kind: scalar(rule, 'result', reader) === 'handoff' ? 'handoff' : 'rule',
    title: sayWhen(rule, reader),
    text: say(rule, 'say', reader),
    when: sayWhen(rule, reader),
    line: reader.lineOf(rule),
  }
}

function toEnds(
  flow: YAMLMap,
  reader: Reader,
): { readonly steps: readonly FlowNode[]; readonly done: readonly FlowNode[] } {
  const confirm = reader.resolve(flow.get('confirm', true))
  const opened = reader.resolve(flow.get('case', true))
  const steps: FlowNode[] = []
  if (isMap(confirm)) {
    const title = say(confirm, 'yes', reader)
    steps.push({
      id: 'confirm',
      kind: 'confirm',
      title,
      text: say(confirm, 'say', reader),
      when: '',
      line: reader.lineOf(confirm),
    })
  }
  if (isMap(opened)) {
    const title = scalar(opened, 'type', reader)
    steps.push({ id: 'case', kind: 'case', title, text: '', when: '', line: reader.lineOf(opened) })
  }
  const done = listOf(flow, 'done', reader).map((one, at) => ({
    id: `done ${at}`,
    kind: 'done' as const,
    title: say(one, 'say', reader),
    text: '',
    when: sayWhen(one, reader),
    line: reader.lineOf(one),
  }))
  return { steps, done }
}

/** What is learnt only sometimes is gone past. */
function skipsOver(steps: readonly FlowNode[]): readonly FlowEdge[] {
  return steps.flatMap((step, at) => {
    const before = steps[at - 1]
    const after = steps[at + 1]
    return step.kind === 'slot' && step.when !== '' && before && after
      ? [{ from: before.id, to: after.id, skips: true as const }]
      : []
  })
}

/** The last slot that a rule's facts wait for: `slot.reason`, and `order.…` for an order. */
function comesAfter(when: string, slots: readonly FlowNode[]): string | undefined {
  return slots.findLast(({ slotKind = '' }) => {
    const [name = '', kind = ''] = slotKind.split(': ')
    if (new RegExp(`\\bslot\\.${name}(?:_text)?\\b`).test(when)) return true
    return OF_KIND[kind]?.some((prefix) => new RegExp(`(?:^|[^.\\w])${prefix}\\.`).test(when)) ?? false
  })?.id
}

const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  order: ['order', 'refund', 'parcel', 'invoice'],
  item: ['item'],
  product: ['product'],
  variant: ['variant'],
}

function listOf(map: YAMLMap, key: string, { resolve }: Reader): readonly YAMLMap[] {
  const list = resolve(map.get(key, true))
  return isSeq(list) ? list.items.map(resolve).filter((one) => isMap(one)) : []
}

function scalar(map: YAMLMap, key: string, { resolve }: Reader): string {
  const value = resolve(map.get(key, true))
  return isScalar(value) ? String(value.value) : ''
}

function say(map: YAMLMap, key: string, reader: Reader): string {
  const value = reader.resolve(map.get(key, true))
  if (isMap(value)) {
    return scalar(value, reader.locale, reader) || scalar(value, 'zh', reader) || scalar(value, 'en', reader)
  }
  return scalar(map, key, reader)
}

function sayWhen(map: YAMLMap, reader: Reader): string {
  const when = reader.toJS(reader.resolve(map.get('when', true)))
  return typeof when === 'object' && when !== null ? sayMembers(when) : ''
}

function sayMembers(when: object): string {
  return Object.entries(when)
    .map(([key, value]) => {
      if (!Array.isArray(value)) return `${key}: ${String(value)}`
      const members = value.map((one) => (typeof one === 'object' && one !== null ? sayMembers(one) : String(one)))
      return `${key}: ${members.join(' / ')}`
    })
    .join(', ')
}
