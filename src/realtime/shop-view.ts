import type { Deps } from '../actions/deps.ts'
import { isOpen, toLocalTime } from '../domain/calendar.ts'
import { deskHours } from '../domain/facts/shop-facts.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'
import type { ShopView } from '../protocol/widget.ts'

/** The shop as the widget introduces it. */
export function toShopView(deps: Deps, locale: Locale): ShopView {
  const { shop, calendar, intents, desk } = deps.live.current().knowledge
  const now = deps.clock.now()
  const title = (id: string) => textIn(intents.get(id)?.title ?? id, locale, shop.language)
  return {
    name: textIn(shop.name, locale, shop.language),
    greeting: textIn(shop.greeting, locale, shop.language),
    accent: shop.accent,
    quickReplies: shop.quickReplies.map((id) => ({ value: id, label: title(id) })),
    deskOpen: isOpen(calendar, now),
    typingPreview: desk.typingPreview,
    deskHours: deskHours(calendar, toLocalTime(now, calendar.timeZone).date),
  }
}
