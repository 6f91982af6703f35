import { html, type Markup } from './html.ts'
import { OFFER_ICONS } from './icons.ts'
import { renderPage } from './layout.ts'
import { askButton, picture, services, tile } from './parts.ts'
import { productMain } from './product-main.ts'
import type { HomeView, OfferView, PageView, ProductView, SectionView } from './view-types.ts'
import { WORDS, type Words } from './words.ts'

export function renderHome(view: HomeView): string {
  const words = WORDS[view.locale]

  return renderPage(view, {
    title: `${view.shopName} · ${words.tagline}`,
    description: words.intro,
    main: html`${hero(view)}
${services(view.services, words.services)}
<div id="shelf" class="wrap">${view.sections.map((section) => shelf(section, words))}</div>`,
  })
}

export function renderProduct(view: ProductView): string {
  return renderPage(view, {
    title: `${view.name} · ${view.shopName}`,
    description: view.summary,
    product: view.id,
    main: productMain(view),
  })
}

export function renderNotFound(view: PageView): string {
  const words = WORDS[view.locale]

  return renderPage(view, {
    title: `${words.notFoundTitle} · ${view.shopName}`,
    description: words.notFoundText,
    main: html`<div class="wrap lost"><p class="lost-code" aria-hidden="true">404</p><h1>${words.notFoundTitle}</h1>
<p>${words.notFoundText}</p>
<p class="actions"><a class="button primary" href="${view.homePath}">${words.backHome}</a>${askButton(view.locale, 'quiet')}</p></div>`,
  })
}

function hero(view: HomeView): Markup {
  const words = WORDS[view.locale]

  return html`<section class="hero" aria-labelledby="hero-title"><div class="wrap hero-grid">
<div class="hero-text"><h1 id="hero-title">${words.tagline}</h1>
<p>${words.intro}</p>
<p class="actions"><a class="button primary" href="#shelf">${words.browse}</a>${askButton(view.locale, 'quiet')}</p></div>
<ul class="picks">${view.picks.map(
    (pick) => html`<li><a href="${pick.path}">${picture(pick.name, pick.image, true)}
<span class="pick-label"><span>${pick.name}</span><strong>${pick.price}</strong></span></a></li>`,
  )}</ul></div>
${offers(view.offers, words)}</section>`
}

function offers(list: readonly OfferView[], words: Words): Markup | undefined {
  if (list.length === 0) return undefined

  return html`<ul class="wrap offers" aria-label="${words.offers}">${list.map(
    ({ kind, label, text }) => html`<li class="offer ${kind}">${OFFER_ICONS[kind]}
<div><strong>${label}</strong><p>${text}</p></div>${
      kind === 'coupon' &&
      html`<button type="button" class="claim" data-claim data-claimed="${words.claimed}">${words.claim}</button>`
    }</li>`,
  )}</ul>`
}

function shelf(section: SectionView, words: Words): Markup {
  const { anchor, name, layout, tiles } = section

  return html`<section class="shelf" id="${anchor}" aria-labelledby="${anchor}-title">
<div class="shelf-head"><h2 id="${anchor}-title">${name}</h2><span>${words.items(tiles.length)}</span></div>
<ul class="tiles ${layout}">${tiles.map((view) => tile(view, words))}</ul></section>`
}
