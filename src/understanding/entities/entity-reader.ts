import type { Entity } from '../../domain/entities.ts'
import { findBuilds } from './builds.ts'
import { findCodes } from './codes.ts'
import { createColorFinder } from './colors.ts'
import { type Found, settle } from './found.ts'
import { findMoney } from './money.ts'
import { createPlaceFinder } from './places.ts'
import { createProductFinder, type ProductNames } from './products.ts'
import { findQuantities } from './quantities.ts'
import { toReadable } from './readable.ts'
import { findSizes } from './sizes.ts'
import { createLocalClock } from './time/calendar.ts'
import { findTimes } from './time/times.ts'

/** Reads the values that a shopper names; the same words at the same moment always give the same. */
export interface EntityReader {
  /** In order of appearance, never overlapping. `text` is as the shopper typed it. */
  read(text: string, now: Date, timeZone: string): readonly Entity[]
}

/** Numbers as words count goods only. */
const HAS_WORD = /\b(?:t(?:wo|hree|en|welve)|four|five|six|seven|eight|nine|one|dozen|couple|pair)\b/
const HAS_NUMBER = /[\d零〇一二两三四五六七八九十百千万]/

export function createEntityReader(products: readonly ProductNames[]): EntityReader {
  const findProducts = createProductFinder(products)
  const findColors = createColorFinder()
  const findPlaces = createPlaceFinder()
  const readClock = createLocalClock()

  return {
    read(text, now, timeZone) {
      const readable = toReadable(text)
      const claims = [
        ...findProducts(readable),
        ...findPlaces(readable),
        ...findColors(readable),
        ...findSizes(readable),
        ...findTimes(readable, () => readClock(now, timeZone)),
        ...findCounted(readable),
      ]
      return claims.length === 0 ? [] : settle(claims).map((found) => toEntity(readable, found))
    },
  }
}

function findCounted(text: string): Found[] {
  if (!HAS_NUMBER.test(text)) return HAS_WORD.test(text) ? findQuantities(text) : []
  return [...findCodes(text), ...findBuilds(text), ...findMoney(text), ...findQuantities(text)]
}

function toEntity(text: string, { start, end, meaning }: Found): Entity {
  return { text: text.slice(start, end), ...meaning }
}
