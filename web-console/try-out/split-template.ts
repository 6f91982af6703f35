/** A stretch of a template: words as they are, or a placeholder and the fact that it names. */
export interface TemplatePart {
  /** Where it stands. */
  readonly at: number
  readonly text: string
  readonly fact?: string
}

const PLACEHOLDER = /(\{\{.*?\}\}|\{%.*?%\})/s
const FACT = /^\{\{-?\s*([\w.]+)/

/** Splits a Liquid template at its placeholders; its tags are left out. */
export function splitTemplate(template: string): readonly TemplatePart[] {
  let at = 0
  return template.split(PLACEHOLDER).flatMap((text): readonly TemplatePart[] => {
    const part = { at, text }
    at += text.length
    if (text === '' || text.startsWith('{%')) return []
    const fact = FACT.exec(text)?.[1]
    return [fact === undefined ? part : { ...part, fact }]
  })
}
