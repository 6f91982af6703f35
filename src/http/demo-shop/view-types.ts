import type { Locale, LocalizedText } from '../../domain/localized-text.ts'
import type { DeskHours } from './desk-hours.ts'

/** Someone whom a person trying the demo may browse as. `key` goes into `GET /demo/identity/<key>`. */
export interface DemoCustomer {
  readonly key: string
  readonly name: string
  /** What there is to ask about, in one line. */
  readonly about: LocalizedText
}

export interface DemoCustomerView extends DemoCustomer {
  readonly about: string
}

export interface LinkView {
  readonly name: string
  readonly path: string
}

/** What every page shows around its own content. */
export interface PageView {
  readonly locale: Locale
  readonly shopName: string
  readonly accent: string
  readonly homePath: string
  readonly otherLanguage: LinkView & { readonly locale: Locale }
  readonly categories: readonly LinkView[]
  readonly demoCustomers: readonly DemoCustomerView[]
  readonly deskHours: readonly DeskHours[]
  readonly contacts: readonly ContactView[]
  readonly stores: readonly string[]
}

export interface ContactView {
  readonly label: string
  readonly text: string
  readonly href?: string
}

export type OfferKind = 'promotion' | 'coupon' | 'points' | 'live'
export interface OfferView {
  readonly kind: OfferKind
  readonly label: string
  readonly text: string
}

export type ServiceKind = 'cutoff' | 'returns' | 'delivery' | 'protection'
export interface ServiceView {
  readonly kind: ServiceKind
  readonly title: string
  readonly text: string
}

export interface TileView extends LinkView {
  readonly summary: string
  readonly price: string
  readonly image?: string
  readonly soldOut: boolean
}

/** How a category's tiles are laid out so that no row is left with a hole. */
export type SectionLayout = 'one' | 'two' | 'three' | 'four' | 'lead' | 'wide' | 'wides'
export interface SectionView {
  readonly anchor: string
  readonly name: string
  readonly layout: SectionLayout
  readonly tiles: readonly TileView[]
}

export interface HomeView extends PageView {
  readonly offers: readonly OfferView[]
  readonly services: readonly ServiceView[]
  /** Shown large at the top. */
  readonly picks: readonly TileView[]
  readonly sections: readonly SectionView[]
}

export type StockLevel = 'in' | 'low' | 'out'
export interface VariantView {
  readonly style: string
  readonly size: string
  readonly level: StockLevel
  readonly price: string
  readonly text: string
}

export interface SizeTableView {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ProductView extends PageView {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly price: string
  readonly image?: string
  readonly category: LinkView
  readonly promotion?: string
  readonly services: readonly ServiceView[]
  readonly styles: readonly string[]
  readonly sizes: readonly string[]
  readonly sizeLegend: string
  readonly variants: readonly VariantView[]
  /** Preselected: the first one in stock. */
  readonly chosen?: VariantView
  readonly attributes: readonly { readonly label: string; readonly text: string }[]
  readonly sizeTable?: SizeTableView
  readonly fitTable?: SizeTableView
  readonly goesWith: { readonly layout: SectionLayout; readonly tiles: readonly TileView[] }
}
