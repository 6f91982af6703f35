import type { OrderStatus, Parcel, Refund } from '../../domain/commerce.ts'
import type { ProductId } from '../../domain/ids.ts'
import type { LocalizedText } from '../../domain/localized-text.ts'
import type { Turn } from './case-story.ts'
import { FIRST_STORIES } from './first-stories.ts'
import { MORE_STORIES } from './more-stories.ts'
import type { Sketch } from './people.ts'
import type { ShopTime } from './shop-time.ts'

/** Somebody whom a visitor of the demo shop may pretend to be, with something to ask about. */
export interface Story
  extends Pick<Sketch, 'key' | 'name' | 'phone' | 'gender' | 'locale' | 'email' | 'estate' | 'build'> {
  readonly city: string
  /** What a visitor is told of them. */
  readonly about: LocalizedText
  /** How many orders came before those of the story. */
  readonly past: number
  orders(time: ShopTime): readonly StoryOrder[]
}

export interface StoryOrder {
  readonly number?: string
  /** Product, which of its variants, how many. What is not sold any more is left out. */
  readonly items: readonly (readonly [product: ProductId, variant: number, quantity: number])[]
  /** When it came into each status, oldest first. */
  readonly history: readonly (readonly [status: OrderStatus, at: number])[]
  readonly parcel?: Parcel
  readonly refund?: Pick<Refund, 'status' | 'at' | 'reason'>
  /** What became of the return that it is about. */
  readonly returned?: { readonly at: number; readonly turns: readonly Turn[] }
  readonly note?: string
}

export const STORIES: readonly Story[] = [...FIRST_STORIES, ...MORE_STORIES]
