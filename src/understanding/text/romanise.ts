import { spell, syllableOf } from '../tables/han.ts'
import { normalise } from './normalise.ts'
import { toTokens } from './tokens.ts'

/** The beginning of a text in letters and `_`, as ids are written: 货到付款 → `huo_dao_fu_kuan`; empty where it has no letters. */
export function romanise(text: string, most: number): string {
  const parts = toTokens(normalise(text)).flatMap((token) => {
    if (token.kind === 'han') return spell(syllableOf(token.code))
    return token.text
  })
  let id = ''
  for (const part of parts.map((one) => one.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((one) => one !== '')) {
    if (id.length + part.length + 1 > most) break
    id = id === '' ? part : `${id}_${part}`
  }
  return id.replace(/^[\d_]+/, '')
}
