import type { Option } from '../message.ts'

/** An option that was offered, with other words that it is known by. */
export interface Offered {
  readonly option: Option
  readonly words: readonly string[]
}

const HAN_DIGITS = '一二三四五六七八九十'
const ORDINAL_ZH = new RegExp(
  `^(?:我?[要选就看问说]?(?:的是|是)?)?第?\\s?([${HAN_DIGITS}]|\\d)\\s?(?:个|款|单|条|项|双|件|号|种)?(?:吧|的|那个)?$`,
)
const ORDINALS_EN = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const ORDINAL_EN = new RegExp(`^(?:the )?(${ORDINALS_EN.join('|')}|last|number \\d|\\d)(?: one)?(?: please)?$`)
const LAST_ZH = /^(?:要?最后(?:面)?(?:一?个|一?款|一?单)?|后面那[个款单]|下面那[个款单])$/
const FIRST_ZH = /^(?:前面|上面|头一)那?[个款单]$/
const NONE =
  /^(?:都不是|都不要|都不对|都不想要|不是这些|没有我要的|以上都不是|none(?: of (?:these|those|them))?|neither(?: one)?|not any of (?:these|them))$/
/** "蓝色那个", "贵的那款", "the blue one": words that pick one out. */
const PICKS_ZH = /^(?:我?[要选就看]?(?:的是|是)?)?(.+?)的?(?:那|这)一?(?:个|款|单|条|双|件|种|瓶|台)(?:吧|呢)?$/
const PICKS_EN = /^(?:the |that )?(.+?)(?: one)(?: please)?$/

/** What the shopper's words choose of what was offered: an option, none of them, or nothing that can be told. */
export function chooseOffered(text: string, offered: readonly Offered[]): Option | 'none' | undefined {
  if (offered.length === 0) return undefined
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[\s,.!?~，。！？～…]+$/g, '')
  if (NONE.test(said)) return 'none'

  return (
    offered.find(({ option }) => option.label.toLowerCase() === said)?.option ??
    byPlace(said, offered) ??
    byWords(said, offered)
  )
}

/** Where cards are shown they are what is counted; what only ends or skips is never "the last one". */
function countable(offered: readonly Offered[]): readonly Offered[] {
  const cards = offered.filter(({ option }) => /^(?:product|order):/.test(option.value))
  if (cards.length > 0) return cards
  return offered.filter(({ option }) => !/^(?:flow:|human_agent$|none_of_these$)/.test(option.value))
}

function byPlace(said: string, all: readonly Offered[]): Option | undefined {
  const offered = countable(all)
  if (LAST_ZH.test(said) || /^(?:the )?last(?: one)?$/.test(said)) return offered.at(-1)?.option
  if (FIRST_ZH.test(said)) return offered[0]?.option

  const zh = ORDINAL_ZH.exec(said)?.[1]
  const en = ORDINAL_EN.exec(said)?.[1]
  const place = zh === undefined ? placeOf(en) : HAN_DIGITS.includes(zh) ? HAN_DIGITS.indexOf(zh) + 1 : Number(zh)
  return place === undefined ? undefined : offered[place - 1]?.option
}

function placeOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const at = ORDINALS_EN.indexOf(word)
  return at >= 0 ? at + 1 : Number(word.replace('number ', ''))
}

/** One option alone must hold the words; a colour is known without its 色. */
function byWords(said: string, offered: readonly Offered[]): Option | undefined {
  const picked = PICKS_ZH.exec(said)?.[1] ?? PICKS_EN.exec(said)?.[1]
  const wanted = (picked ?? said)
    .replace(/^(?:那|这)/, '')
    .replace(/色$/, '')
    .trim()
  if (wanted.length < (picked === undefined ? 2 : 1)) return undefined

  const fits = offered.filter(({ option, words }) =>
    [option.label, ...words].some((one) => one.toLowerCase().includes(wanted)),
  )
  return fits.length === 1 ? fits[0]?.option : undefined
}
