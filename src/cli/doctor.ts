import { examine, type Finding } from '../app/doctor/examine.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { pick } from './words.ts'

const MARKS = { good: '✓', mind: '!', wrong: '✗' } as const

/** Says how everything is that 小二 stands on; the exit code says whether something is wrong. `load` throws where the environment is. */
export async function doctor(load: () => Config, locale: Locale, json: boolean): Promise<number> {
  const findings = await examineOrSayWhy(load)
  const wrong = findings.filter(({ level }) => level === 'wrong').length
  if (json) {
    const lines = findings.map(({ check, level, words, mend }) => ({
      check,
      level,
      words: words[locale],
      ...(mend && { mend: mend[locale] }),
    }))
    console.log(JSON.stringify({ ok: wrong === 0, findings: lines }))
    return wrong > 0 ? 1 : 0
  }

  for (const finding of findings) console.log(toLines(finding, locale))
  const minded = findings.filter(({ level }) => level === 'mind').length
  console.log(
    wrong > 0
      ? pick(locale, `\n${wrong} 处要改。`, `\n${wrong} to mend.`)
      : pick(locale, `\n没有错误，${minded} 处可以更好。`, `\nNothing is wrong; ${minded} could be better.`),
  )
  return wrong > 0 ? 1 : 0
}

function toLines({ level, words, mend }: Finding, locale: Locale): string {
  const line = `${MARKS[level]} ${words[locale]}`
  return mend ? `${line}\n  → ${mend[locale]}` : line
}

/** A wrong environment is a finding like any other; without it there is nothing else to look at. */
async function examineOrSayWhy(load: () => Config): Promise<readonly Finding[]> {
  let config: Config
  try {
    config = load()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const mend = { zh: '.env.example 里有每个变量的说明', en: '.env.example explains each variable' }
    return [{ check: 'environment', level: 'wrong', words: { zh: why, en: why }, mend }]
  }
  return examine(config)
}
