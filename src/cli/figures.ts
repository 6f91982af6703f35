import { rebuildFigures } from '../app/rebuild-figures.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { createProgress } from './progress.ts'
import { pick } from './words.ts'

/** Counts all figures anew from the messages; cut off, it goes on where it was when it is called again. */
export async function figures(config: Config, verb: string, locale: Locale): Promise<number> {
  if (verb !== 'rebuild') {
    throw new Error(pick(locale, '用法：xiaoer figures rebuild', 'Usage: xiaoer figures rebuild'))
  }
  const progress = createProgress(process.stderr, locale)
  const counted = await rebuildFigures(config, locale, progress.show)
  progress.end()
  console.log(pick(locale, `数完了 ${counted} 个会话。`, `${counted} conversations were counted.`))
  return 0
}
