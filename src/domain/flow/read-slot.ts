import type { Heard } from '../dialogue/heard.ts'
import { isNo, isYes, startsWithYes } from '../dialogue/phrases.ts'
import { textIn, textsOf } from '../localized-text.ts'
import { readWish } from '../skills/wish.ts'
import type { FlowSlot, SlotValue } from './flow.ts'
import { readItem, readOrder, readProduct, readVariantSlot } from './read-goods.ts'
import { readMeasure } from './read-measure.ts'
import type { SlotWorld } from './slot-world.ts'

/** A free text shorter than this says nothing. */
const SHORTEST_TEXT = 2
const LONGEST_TEXT = 500

/**
 * What a message says of a slot; undefined where it says nothing. `asked`: the slot was asked for by the last reply, so
 * that "对" or "55" is an answer to it.
 */
export function readSlot(
  slot: FlowSlot,
  heard: Heard,
  world: SlotWorld,
  asked: boolean,
  siblings: readonly FlowSlot[] = [slot],
): SlotValue | undefined {
  const { choice } = heard
  if (choice?.kind === 'slot') return choice.slot === slot.name ? readPressed(slot, choice.value, world) : undefined

  switch (slot.kind) {
    case 'order':
      return readOrder(slot, heard, world)
    case 'item':
      return readItem(heard, world)
    case 'product':
      return readProduct(heard, world, { ...placeAmong(slot, siblings), asked })
    case 'variant':
      return readVariantSlot(heard, world, asked)
    case 'choice':
      return readOption(slot, heard, world)
    case 'yes_no':
      return asked ? readYesNo(heard, world) : undefined
    case 'text':
      return asked ? readText(heard) : undefined
    case 'photo':
      return heard.pictures.length > 0 ? photos(heard.pictures, world) : undefined
    case 'wish':
      return readWishSlot(heard, world, asked)
    default:
      return readMeasure(slot.kind, heard, world, asked)
  }
}

/** The pictures of a photo slot are added up: shoppers send them one by one. */
export function photos(urls: readonly string[], { locale }: Pick<SlotWorld, 'locale'>): SlotValue {
  return { value: urls.join(' '), text: locale === 'zh' ? `${urls.length} 张` : `${urls.length}` }
}

function readPressed(slot: FlowSlot, value: string, world: SlotWorld): SlotValue | undefined {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, world.locale, world.language)
  switch (slot.kind) {
    case 'choice': {
      const option = slot.options.find((one) => one.value === value)
      return option && { value, text: say(option.label) }
    }
    case 'yes_no':
      return yesNo(value === 'yes', world)
    case 'item': {
      const item = world.order?.items.find(({ sku }) => sku === value)
      return item && { value, text: item.title }
    }
    case 'variant':
      return readVariantSlot({ sku: value }, world, true)
    default:
      return undefined
  }
}

/** The option whose words occur, the longest where several do; else the one that the intent of the message means. */
function readOption(slot: FlowSlot, { text, understood }: Heard, world: SlotWorld): SlotValue | undefined {
  const lower = text.toLowerCase()
  let best: { option: FlowSlot['options'][number]; length: number } | undefined
  for (const option of slot.options) {
    for (const word of [...option.words, ...textsOf(option.label)]) {
      if (word.length > (best?.length ?? 0) && lower.includes(word.toLowerCase()))
        best = { option, length: word.length }
    }
  }
  const [first] = understood.candidates
  const option =
    best?.option ??
    slot.options.find(({ intents }) => first !== undefined && first.confidence > 0.5 && intents.includes(first.intent))
  return option && { value: option.value, text: textIn(option.label, world.locale, world.language) }
}

function readYesNo({ text }: Heard, world: SlotWorld): SlotValue | undefined {
  if (isNo(text) || /^(?:还)?没|^不|未拆|^(?:no|not)\b/i.test(text.trim())) return yesNo(false, world)
  return isYes(text) ||
    startsWithYes(text) ||
    /都?[问看找查]过|都[问看找查]了/.test(text) ||
    /^(?:已经|拆|开|用|穿|洗|试|要|需要)(?![不是么])|^(?:yes|yeah|i did|opened|used)\b/i.test(text.trim())
    ? yesNo(true, world)
    : undefined
}

function yesNo(isTrue: boolean, { locale }: SlotWorld): SlotValue {
  const words = locale === 'zh' ? ['是', '否'] : ['yes', 'no']
  return { value: isTrue ? 'yes' : 'no', text: words[isTrue ? 0 : 1] ?? '' }
}

function readText({ text }: Heard): SlotValue | undefined {
  const said = text.trim()
  return said.length < SHORTEST_TEXT
    ? undefined
    : { value: said.slice(0, LONGEST_TEXT), text: said.slice(0, LONGEST_TEXT) }
}

function readWishSlot({ text, understood }: Heard, world: SlotWorld, asked: boolean): SlotValue | undefined {
  const wish = readWish(text, understood.entities, world.products)
  return wish || asked
    ? { value: text.trim().slice(0, LONGEST_TEXT), text: text.trim().slice(0, LONGEST_TEXT) }
    : undefined
}

/** Which of the slots of its kind this is. */
function placeAmong(slot: FlowSlot, siblings: readonly FlowSlot[]): { place: number; of: number } {
  const same = siblings.filter(({ kind }) => kind === slot.kind)
  return { place: Math.max(0, same.indexOf(slot)), of: same.length }
}
