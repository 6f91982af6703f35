import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalizedText } from '../domain/localized-text.ts'
import type { Placed } from './build.ts'
import { compile, createRenderer } from './renderer.ts'

export type Report = (at: Placed<unknown>, path: readonly PropertyKey[], cause: Text, mend: Text) => void
type Text = { readonly zh: string; readonly en: string }

/** Unknown facts and broken templates, in every language of a text. */
export function checkTexts(
  at: Placed<unknown>,
  path: readonly PropertyKey[],
  say: LocalizedText,
  facts: ReadonlySet<string>,
  report: Report,
): void {
  const texts = typeof say === 'string' ? [[undefined, say] as const] : Object.entries(say)
  for (const [locale, text] of texts) {
    const where = locale === undefined ? path : [...path, locale]
    try {
      const named = compile(text ?? '').facts
      const unknown = named.filter((fact) => !facts.has(fact))
      for (const fact of unknown) unknownFact(at, where, fact, report)
      if (unknown.length === 0) rehearse(text ?? '', named)
    } catch (error) {
      const detail = error instanceof Error ? error.message.split('\n')[0] : String(error)
      report(
        at,
        where,
        { zh: `模板写法有误：${detail}`, en: `the template is not well formed: ${detail}` },
        {
          zh: '检查 {{ }} 和 {% %} 是否成对；不能引用别的文件，也不能没完没了地循环',
          en: 'check that {{ }} and {% %} are paired; it may not include files or loop without end',
        },
      )
    }
  }
}

/** What only fails while it is filled in must fail now, not before a shopper. */
function rehearse(template: string, facts: readonly string[]): void {
  const filled = Object.fromEntries(facts.map((fact) => [fact, '1']))
  createRenderer('zh').render(template, filled, 'zh')
}

export function unknownFact(at: Placed<unknown>, path: readonly PropertyKey[], fact: string, report: Report): void {
  report(
    at,
    path,
    { zh: `没有「${fact}」这个事实`, en: `there is no fact "${fact}"` },
    {
      zh: '用 docs/knowledge.md 里的事实，或在 shop.yaml 的 facts 里补上',
      en: 'use one of docs/knowledge.md, or add it under facts: of shop.yaml',
    },
  )
}

export function checkImage(
  at: Placed<unknown>,
  path: readonly PropertyKey[],
  image: string | undefined,
  folder: string,
  report: Report,
): void {
  if (image === undefined || existsSync(join(folder, image))) return
  report(
    at,
    path,
    { zh: `图片 ${image} 不在`, en: `the picture ${image} is not there` },
    { zh: '把图片放进 media/ 文件夹', en: 'put it into the media/ folder' },
  )
}
