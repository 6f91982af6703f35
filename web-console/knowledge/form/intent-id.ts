/** Gives the pinyin of each Chinese character of a text, and everything else as it is. */
export type ToPinyin = (text: string) => readonly string[]

const LONGEST = 40

/** An id that people recognise, from a title: 发货时间 → `fa_huo_shi_jian`; one that is taken gets a number. */
export function toIntentId(title: string, toPinyin: ToPinyin, taken: ReadonlySet<string>): string {
  const words = toPinyin(title)
    .join(' ')
    // As it is typed: 绿 is lv.
    .replaceAll('ü', 'v')
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((one) => one !== '')
  const base = shorten(words) || 'intent'
  const named = /^[a-z]/.test(base) ? base : `q_${base}`
  if (!taken.has(named)) return named

  let number = 2
  while (taken.has(`${named}_${number}`)) number += 1
  return `${named}_${number}`
}

/** Whole words as far as they fit. */
function shorten(words: readonly string[]): string {
  let id = ''
  for (const word of words) {
    const longer = id === '' ? word : `${id}_${word}`
    if (longer.length > LONGEST) return id || word.slice(0, LONGEST)
    id = longer
  }
  return id
}
