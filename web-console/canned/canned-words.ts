import type { CannedReplyView, RenderedMessageView, VariableView } from '../../src/protocol/composing.ts'
import type { Texts } from '../texts/zh.ts'

const GAPS = /⟦([^⟦⟧]*)⟧/g

/** What still has to be filled in: the variables whose value nobody knew. */
export function gapsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(GAPS)].map(([, name = '']) => name))]
}

export function firstGap(text: string): { readonly from: number; readonly until: number } | undefined {
  const [found] = text.matchAll(GAPS)
  return found && { from: found.index, until: found.index + found[0].length }
}

export function fillGaps(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(GAPS, (gap, name: string) => values[name]?.trim() || gap)
}

/** With the names by which people know them. */
export function nameGaps(text: string, texts: Texts): string {
  return text.replace(GAPS, (_, name: string) => `⟦${nameVariable(name, texts)}⟧`)
}

/** A variable as people call it: the shop's own facts have no other name than the owner's. */
export function nameVariable(variable: string, { canned }: Texts): string {
  return canned.variableNames[variable] ?? variable
}

/** One line of what a reply sends. */
export function describeReply({ messages }: CannedReplyView, variables: readonly VariableView[], texts: Texts): string {
  const shown = (name: string) => variables.find((one) => one.name === name)?.value ?? `[${nameVariable(name, texts)}]`
  const words = messages.flatMap((one) => {
    if (one.kind !== 'text') return []
    return [(texts.locale === 'zh' ? (one.text.zh ?? one.text.en) : (one.text.en ?? one.text.zh)) ?? '']
  })
  const pictures = messages.filter(({ kind }) => kind === 'image').length
  const files = messages.filter(({ kind }) => kind === 'file').length
  const said = words.join(' ⏎ ').replace(/\{\{-?\s*([\w.]+).*?\}\}/g, (_, name: string) => shown(name))
  return [
    ...(pictures > 0 ? [`[${texts.canned.pictures(pictures)}]`] : []),
    ...(files > 0 ? [`[${texts.canned.files(files)}]`] : []),
    said,
  ].join(' ')
}

/** Only words, and only once: those may be changed before they are sent. */
export function isPlainText(messages: readonly RenderedMessageView[]): boolean {
  return messages.length === 1 && messages[0]?.kind === 'text'
}
