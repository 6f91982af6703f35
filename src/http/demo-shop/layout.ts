import { LANGUAGE_TAGS } from '../../domain/present.ts'
import { html, type Markup, renderMarkup } from './html.ts'
import { FAVICON, LOGO } from './icons.ts'
import type { PageView } from './view-types.ts'
import { WORDS } from './words.ts'

/** One page's own part: what stands in `<main>`, in the tab and in search results. */
export interface PageContent {
  readonly title: string
  readonly description: string
  /** Told to 小二 as what the shopper is looking at. */
  readonly product?: string
  readonly main: Markup
}

/** The whole document. Nothing is inline: it runs under `script-src 'self'; style-src 'self'`. */
export function renderPage(view: PageView, content: PageContent): string {
  const words = WORDS[view.locale]
  const page = html`<!doctype html>
<html lang="${LANGUAGE_TAGS[view.locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title}</title>
<meta name="description" content="${content.description}">
<meta name="theme-color" content="${view.accent}">
<link rel="icon" href="${FAVICON}">
<link rel="alternate" hreflang="${LANGUAGE_TAGS[view.otherLanguage.locale]}" href="${view.otherLanguage.path}">
<link rel="stylesheet" href="/shop.css">
<script src="/shop.js" defer></script>
<script async src="/widget.js" data-locale="${view.locale}"></script>
</head>
<body${content.product !== undefined && html` data-product="${content.product}"`}>
<a class="skip" href="#main">${words.skip}</a>
${demoBar(view)}
${header(view)}
<main id="main" tabindex="-1">
${content.main}
</main>
${footer(view)}
</body>
</html>
`
  return renderMarkup(page)
}

function demoBar(view: PageView): Markup {
  const words = WORDS[view.locale]
  const people = [{ key: '', name: words.visitor, about: words.visitorAbout }, ...view.demoCustomers]

  return html`<aside class="demo" aria-label="${words.demo}"><div class="wrap">
<span class="demo-name">${words.demo}</span>
<span id="demo-as" class="demo-as">${words.demoAs}</span>
<div class="people" role="group" aria-labelledby="demo-as">${people.map(
    ({ key, name, about }) =>
      html`<button type="button" data-person="${key}" title="${about}" aria-pressed="${key === '' ? 'true' : 'false'}">${name}</button>`,
  )}</div>
<span class="demo-status" role="status" data-failed="${words.demoFailed}">${words.visitorAbout}</span>
</div></aside>`
}

function header(view: PageView): Markup {
  const words = WORDS[view.locale]
  const { otherLanguage } = view
  const tag = LANGUAGE_TAGS[otherLanguage.locale]

  return html`<header class="top"><div class="wrap">
<a class="logo" href="${view.homePath}">${LOGO}<span class="wordmark">${view.shopName}</span></a>
<nav class="categories" aria-label="${words.categories}"><ul>${view.categories.map(
    ({ name, path }) => html`<li><a href="${path}">${name}</a></li>`,
  )}</ul></nav>
<a class="language" href="${otherLanguage.path}" lang="${tag}" hreflang="${tag}">${otherLanguage.name}</a>
</div></header>`
}

function footer(view: PageView): Markup {
  const words = WORDS[view.locale]

  return html`<footer class="foot"><div class="wrap">
<div class="foot-brand"><span class="logo">${LOGO}<span class="wordmark">${view.shopName}</span></span>
<p>${words.tagline}</p></div>
<section><h2>${words.desk}</h2><dl>${view.deskHours.map(
    ({ days, times }) => html`<div><dt>${days}</dt><dd>${times}</dd></div>`,
  )}</dl></section>
<section><h2>${words.contact}</h2><dl>${view.contacts.map(
    ({ label, text, href }) =>
      html`<div><dt>${label}</dt><dd>${href ? html`<a href="${href}">${text}</a>` : text}</dd></div>`,
  )}</dl></section>
${
  view.stores.length > 0 &&
  html`<section><h2>${words.store}</h2><address>${view.stores.map((line) => html`<p>${line}</p>`)}</address></section>`
}
<p class="small">${words.notForSale}</p>
</div></footer>`
}
