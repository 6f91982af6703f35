const MARKUP = Symbol('markup')

/** Text that is HTML already. Only `html` and `raw` make it, so that no value of a shop can pass for it. */
export interface Markup {
  readonly [MARKUP]: string
}

/** What may stand in a template: lists are joined; `false` and `undefined` leave nothing, so `when && html…` works. */
export type Slot = string | number | boolean | undefined | Markup | readonly Slot[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML with every value escaped. Values in attributes must stand in quotes. */
export function html(strings: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  return raw(strings.map((text, at) => text + (at < slots.length ? toText(slots[at]) : '')).join(''))
}

/** Takes text as HTML, unescaped: for what this folder wrote itself, never for a value of a shop or a visitor. */
export function raw(text: string): Markup {
  return { [MARKUP]: text }
}

export function renderMarkup(markup: Markup): string {
  return markup[MARKUP]
}

function toText(slot: Slot): string {
  if (slot === undefined || typeof slot === 'boolean') return ''
  if (typeof slot === 'string' || typeof slot === 'number') return escapeText(String(slot))
  if (isMarkup(slot)) return slot[MARKUP]

  return slot.map(toText).join('')
}

function isMarkup(slot: Markup | readonly Slot[]): slot is Markup {
  return MARKUP in slot
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
