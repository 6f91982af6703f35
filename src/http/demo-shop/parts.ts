import { html, type Markup } from './html.ts'
import { CHAT_ICON, SERVICE_ICONS } from './icons.ts'
import type { ServiceView, TileView } from './view-types.ts'
import { WORDS, type Words } from './words.ts'

/** Pictures are square drawings; the fixed size keeps the page from jumping while they load. */
export const PICTURE = 480

export function picture(name: string, image: string | undefined, eager: boolean): Markup {
  // A product without a picture shows its first character, as the shop's shelf label would.
  if (!image) return html`<span class="no-picture" aria-hidden="true">${[...name][0]}</span>`

  return html`<img src="${image}" alt="${name}" width="${PICTURE}" height="${PICTURE}" ${
    eager ? html`fetchpriority="high"` : html`loading="lazy"`
  } decoding="async">`
}

export function tile(view: TileView, words: Words): Markup {
  return html`<li class="tile"><div class="tile-picture">${picture(view.name, view.image, false)}${
    view.soldOut && html`<span class="badge">${words.soldOut}</span>`
  }</div>
<div class="tile-text"><h3><a href="${view.path}">${view.name}</a></h3>
<p class="summary">${view.summary}</p>
<p class="price">${view.price}</p></div></li>`
}

export function services(list: readonly ServiceView[], label: string): Markup | undefined {
  if (list.length === 0) return undefined

  return html`<section class="services" aria-label="${label}"><ul class="wrap">${list.map(
    ({ kind, title, text }) =>
      html`<li>${SERVICE_ICONS[kind]}<span class="service-text"><strong>${title}</strong><span>${text}</span></span></li>`,
  )}</ul></section>`
}

/** `shop.js` makes every `data-ask` open the widget. */
export function askButton(locale: keyof typeof WORDS, tone: 'primary' | 'quiet'): Markup {
  return html`<button type="button" class="button ${tone}" data-ask>${CHAT_ICON}${WORDS[locale].ask}</button>`
}
