import type { Order } from './commerce.ts'
import type { Product } from './knowledge.ts'
import { type Locale, textIn } from './localized-text.ts'
import { variantText } from './skills/variants.ts'

/** English names of carriers, as they call themselves. */
const CARRIERS: Readonly<Record<string, string>> = {
  顺丰速运: 'SF Express',
  顺丰: 'SF Express',
  中通快递: 'ZTO Express',
  中通: 'ZTO Express',
  圆通速递: 'YTO Express',
  圆通速运: 'YTO Express',
  圆通: 'YTO Express',
  申通快递: 'STO Express',
  申通: 'STO Express',
  韵达快递: 'Yunda Express',
  韵达: 'Yunda Express',
  极兔速递: 'J&T Express',
  京东物流: 'JD Logistics',
  京东快递: 'JD Logistics',
  德邦快递: 'Deppon Express',
  中国邮政: 'China Post',
  邮政EMS: 'EMS',
}

/** An order as it is told in a language that is not the shop's: its items by the catalogue's names, its carriers by theirs. */
export function orderIn(order: Order, products: ReadonlyMap<string, Product>, locale: Locale, language: Locale): Order {
  if (locale === language) return order
  return {
    ...order,
    items: order.items.map((item) => {
      const product = products.get(item.productId)
      const variant = product?.variants.find(({ sku }) => sku === item.sku)
      if (!product) return item
      const kind = variant ? variantText(variant, locale, language) : ''
      const name = textIn(product.name, locale, language)
      return { ...item, title: kind === '' ? name : `${name} (${kind})` }
    }),
    parcels: order.parcels.map((parcel) => ({
      ...parcel,
      carrier: locale === 'en' ? (CARRIERS[parcel.carrier] ?? parcel.carrier) : parcel.carrier,
    })),
  }
}
