import type { Flow, FlowSlot, SlotKind, SlotOption } from '../domain/flow/flow.ts'
import { textsOf } from '../domain/localized-text.ts'
import type { Placed } from './build.ts'
import type { Report } from './check-texts.ts'

/** These are understood only in answer to a question. */
const MUST_BE_ASKED: readonly SlotKind[] = ['yes_no', 'text']

/** What a slot is chosen from: a slot of one of these kinds has to stand before it. */
const CHOSEN_FROM: Partial<Readonly<Record<SlotKind, readonly SlotKind[]>>> = {
  item: ['order'],
  variant: ['item', 'product'],
}

/** What would keep a slot from being learnt. */
export function checkSlots(one: Placed<Flow>, report: Report): void {
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
    checkAsked(one, n, slot, report)
    checkChosenFrom(one, n, slot, report)
    checkOptions(one, n, slot, report)
  }
}

function checkAsked(one: Placed<Flow>, n: number, slot: FlowSlot, report: Report): void {
  if (slot.ask !== undefined || !MUST_BE_ASKED.includes(slot.kind)) return
  report(
    one,
    ['slots', n],
    { zh: `「${slot.name}」没有写怎么问，永远得不到`, en: `"${slot.name}" is never asked, so it is never learnt` },
    { zh: '补上 ask', en: 'add ask' },
  )
}

function checkChosenFrom(one: Placed<Flow>, n: number, { name, kind }: FlowSlot, report: Report): void {
  const from = CHOSEN_FROM[kind]
  if (!from || one.item.slots.slice(0, n).some((before) => from.includes(before.kind))) return
  report(
    one,
    ['slots', n, 'kind'],
    {
      zh: `「${name}」没有可选的：它前面没有 kind 是 ${from.join(' 或 ')} 的槽位`,
      en: `"${name}" has nothing to be chosen from: no slot before it is of kind ${from.join(' or ')}`,
    },
    { zh: `在它前面加一个 kind: ${from[0]} 的槽位`, en: `put a slot of kind: ${from[0]} before it` },
  )
}

function checkOptions(one: Placed<Flow>, n: number, slot: FlowSlot, report: Report): void {
  const path = ['slots', n, 'options']
  if (slot.kind === 'choice' && slot.options.length < 2) {
    report(
      one,
      path,
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
      path,
      { zh: `「${slot.name}」不是选择题，不需要 options`, en: `"${slot.name}" is no choice and takes no options` },
      { zh: '删掉 options，或把 kind 改成 choice', en: 'remove options, or make it kind: choice' },
    )
  }
  checkTwice(one, { path, slot, saidOf: ({ value }) => [value] }, report)
  checkTwice(one, { path, slot, saidOf: ({ label, words }) => [...textsOf(label), ...words] }, report)
}

interface Sayings {
  readonly path: readonly PropertyKey[]
  readonly slot: FlowSlot
  readonly saidOf: (option: SlotOption) => readonly string[]
}

/** What chooses an option, its value in conditions, its label and words in messages, may choose no other. */
function checkTwice(one: Placed<Flow>, { path, slot, saidOf }: Sayings, report: Report): void {
  const seen = new Map<string, number>()
  for (const [o, option] of slot.options.entries()) {
    for (const said of new Set(saidOf(option).map((text) => text.trim().toLowerCase()))) {
      if (seen.has(said)) twice(one, [...path, o], { said, slot }, report)
      else seen.set(said, o)
    }
  }
}

function twice(
  one: Placed<Flow>,
  path: readonly PropertyKey[],
  { said, slot }: { said: string; slot: FlowSlot },
  report: Report,
): void {
  report(
    one,
    path,
    {
      zh: `「${slot.name}」的两个选项都写了「${said}」，分不清顾客选的是哪个`,
      en: `two options of "${slot.name}" have "${said}": nobody can tell which is meant`,
    },
    { zh: '只留一处', en: 'keep one of them' },
  )
}
