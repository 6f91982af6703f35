import type { OrderItem } from '../../domain/commerce.ts'
import { type Chance, createChance } from './chance.ts'
import type { Person } from './people.ts'
import { chooseVariant, type Good, type Shelf } from './shelf.ts'

/** How often what goes with a thing is bought with it, then what goes with that, and something else altogether. */
const TOGETHER = 0.5
const THIRD = 0.22
const OTHER = 0.08
/** What is used up is often bought by twos. */
const CONSUMABLE = /个护|护理|食品|零食|茶|care|food/i

export type FillBasket = (person: Person, chance: Chance) => readonly OrderItem[]

/** Fills baskets from what is on the shelf now; empty where nothing suits the person. */
export function createBaskets(shelf: Shelf): FillBasket {
  const known = new Map<string, { readonly goods: readonly Good[]; readonly liking: ReadonlyMap<Good, number> }>()
  const tasteOf = (person: Person) => {
    const taste = known.get(person.key) ?? toTaste(shelf, person)
    known.set(person.key, taste)
    return taste
  }
  return (person, chance) => {
    const { goods, liking } = tasteOf(person)
    const first = chance.weighted(goods, (good) => liking.get(good) ?? 0)
    if (!first) return []

    const basket = [first]
    if (chance.happens(TOGETHER)) basket.push(...drawCompanion(chance, shelf, person, basket))
    if (chance.happens(THIRD)) basket.push(...drawCompanion(chance, shelf, person, basket))
    if (chance.happens(OTHER)) basket.push(...toList(chance.weighted(goods, (good) => (basket.includes(good) ? 0 : 1))))
    return basket.flatMap((good) => {
      const variant = chooseVariant(chance, good, person)
      const quantity = chance.happens(CONSUMABLE.test(good.category) ? 0.3 : 0.04) ? 2 : 1
      return variant ? [shelf.toItem(good, variant, quantity)] : []
    })
  }
}

/** What goes with the last thing in the basket, what is named first most of all. */
function drawCompanion(chance: Chance, shelf: Shelf, person: Person, basket: readonly Good[]): Good[] {
  const companions = (basket.at(-1)?.product.goesWith ?? []).flatMap((id) => shelf.find(id) ?? [])
  const free = companions.filter((good) => !basket.includes(good) && shelf.suits(good, person))
  return toList(chance.weighted(free, (good) => 1 / (1 + free.indexOf(good))))
}

function toList(good: Good | undefined): Good[] {
  return good ? [good] : []
}

/** Each person likes a few categories, and comes for those. */
function toTaste(shelf: Shelf, person: Person) {
  const chance = createChance(`taste ${person.key}`)
  const goods = shelf.goods.filter((good) => shelf.suits(good, person))
  const categories = [...new Set(goods.map(({ category }) => category))]
  const weights = new Map(categories.map((category) => [category, chance.next() ** 3 + 0.02]))
  const own = (good: Good) => (good.audience === person.gender ? 1.6 : 1)
  const liking = new Map(
    goods.map((good) => [good, (weights.get(good.category) ?? 0) * good.popularity * own(good)] as const),
  )
  return { goods, liking }
}
