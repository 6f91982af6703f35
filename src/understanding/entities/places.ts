import { type Found, type Meaning, RANK } from './found.ts'
import { createPhrasebook, type Phrasebook } from './phrasebook.ts'
import {
  CITIES_BY_PROVINCE,
  FOREIGN_NAMES,
  FULL_PROVINCE_NAMES,
  MUNICIPALITIES,
  NEEDS_SUFFIX,
  TRAPS_AFTER,
  TRAPS_BEFORE,
} from './place-names.ts'

interface Place {
  readonly province: string
  readonly city?: string
  /** As the traps know it. */
  readonly name: string
}

/** Whatever form the city has: 自治州 is written out by nobody, and where it is, the short name is found in it. */
const CITY_SUFFIXES = ['市', '州', '地区', '自治州']
/** 成都路 and 北京东路 are streets anywhere. */
const STREET = /^(?:[东西南北中]?[一二三四]?[路街]|大道|大街)/

function listPlaces(): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const [province, cities] of Object.entries(CITIES_BY_PROVINCE)) {
    for (const city of cities.split(' ').filter(Boolean)) {
      const place = { province, city, name: city }
      for (const suffix of CITY_SUFFIXES) places.set(city + suffix, { ...place, name: city + suffix })
      if (!NEEDS_SUFFIX.has(city)) places.set(city, place)
      else for (const full of [province, `${province}省`]) places.set(full + city, { ...place, name: full + city })
    }
    const suffix = MUNICIPALITIES.includes(province) ? '市' : '省'
    places.set(province, { province, name: province })
    places.set(province + suffix, { province, name: province + suffix })
  }
  for (const [name, province] of Object.entries(FULL_PROVINCE_NAMES)) places.set(name, { province, name })
  for (const [name, official] of Object.entries(FOREIGN_NAMES)) {
    const [province = '', city] = official.split(' ')
    places.set(name, city ? { province, city, name } : { province, name })
  }
  return places
}

/** Provinces and cities; "浙江杭州" is one place. */
export function createPlaceFinder(): (text: string) => Found[] {
  const book = createPhrasebook(listPlaces())
  return (text) => findPlaces(book, text)
}

function findPlaces(book: Phrasebook<Place>, text: string): Found[] {
  const hits = book.find(text).filter(({ start, end, value }) => isMeant(text, start, end, value.name))
  if (hits.length === 0) return []

  const found: Found[] = []
  for (const { start, end, value } of hits) {
    const last = found.at(-1)
    const whole = last && /^[\s,，省]*$/.test(text.slice(last.end, start)) ? join(last.meaning, value) : undefined
    if (last && whole) found[found.length - 1] = toFound(last.start, end, whole)
    else found.push(toFound(start, end, value))
  }
  return found
}

function isMeant(text: string, start: number, end: number, name: string): boolean {
  const after = text.slice(end, end + 4)
  if (STREET.test(after) || TRAPS_AFTER[name]?.test(after)) return false
  return !TRAPS_BEFORE[name]?.test(text.slice(Math.max(0, start - 1), start))
}

/** A province and its city, in the order of either language. */
function join(first: Meaning, second: Place): Place | undefined {
  if (first.kind !== 'place' || first.province !== second.province) return undefined
  if (first.city === undefined) return second.city === undefined ? undefined : second
  return second.city === undefined ? { province: first.province, city: first.city, name: first.city } : undefined
}

function toFound(start: number, end: number, { province, city }: Place): Found {
  const meaning = { kind: 'place', province, ...(city === undefined ? {} : { city }) } as const
  return { start, end, rank: RANK.place, meaning }
}
