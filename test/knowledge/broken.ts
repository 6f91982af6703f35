import { expect } from 'vitest'
import { textIn } from '../../src/domain/localized-text.ts'
import { loadShop, unmark } from './shop-folder.ts'

type Pair = readonly [zh: string, en: string]

/** A file with `‸` before each culprit, and what must be said of every one of them in both languages. */
export interface Broken {
  readonly file: string
  readonly text: string
  readonly cause: Pair
  readonly mend: Pair
}

/** Loads the good shop with this file in it and expects just the marked problems, placed, caused and mended. */
export async function expectRefusal({ file, text, cause, mend }: Broken): Promise<void> {
  const broken = unmark(text)

  const result = await loadShop({ [file]: broken.text })

  const problems = result.ok ? [] : result.problems
  expect(problems.map((problem) => problem.place)).toEqual(broken.places.map((place) => `${file}:${place}`))
  for (const problem of problems) {
    expect(textIn(problem.cause, 'zh', 'zh')).toContain(cause[0])
    expect(textIn(problem.cause, 'en', 'en')).toContain(cause[1])
    expect(textIn(problem.mend, 'zh', 'zh')).toContain(mend[0])
    expect(textIn(problem.mend, 'en', 'en')).toContain(mend[1])
  }
}
