import { html, type Markup } from './html.ts'
import { askButton, picture, services, tile } from './parts.ts'
import type { ProductView, SizeTableView } from './view-types.ts'
import { WORDS, type Words } from './words.ts'

export function productMain(view: ProductView): Markup {
  const words = WORDS[view.locale]

  return html`<div class="wrap">
<nav class="crumbs" aria-label="${words.breadcrumb}"><ol><li><a href="${view.homePath}">${words.home}</a></li>
<li><a href="${view.category.path}">${view.category.name}</a></li>
<li aria-current="page">${view.name}</li></ol></nav>
<article class="product">
<div class="product-picture">${picture(view.name, view.image, true)}</div>
<div class="product-text"><h1>${view.name}</h1>
<p class="lead">${view.summary}</p>
<p class="price" data-price aria-live="polite">${view.price}</p>
${view.promotion && html`<p class="deal"><span>${words.promotion}</span>${view.promotion}</p>`}
${options(view, words)}
<div class="ask">${askButton(view.locale, 'primary')}<p>${words.askHint}</p></div>
</div></article></div>
${services(view.services, words.services)}
<div class="wrap product-more">${details(view, words)}${sizes(view, words)}</div>
${goesWith(view, words)}`
}

/** The script shows the stock of what is picked; without it the first one in stock stands there. */
function options(view: ProductView, words: Words): Markup | undefined {
  const { chosen } = view
  if (!chosen) return undefined

  return html`<form class="options" data-variants="${JSON.stringify(view.variants)}" data-not-made="${words.notMade}">
${choices('style', words.style, view.styles, chosen.style, words)}
${choices('size', view.sizeLegend, view.sizes, chosen.size, words)}
<p class="stock"><output data-level="${chosen.level}">${chosen.text}</output></p></form>`
}

function choices(name: 'style' | 'size', legend: string, texts: readonly string[], chosen: string, words: Words) {
  if (texts.length === 0) return undefined

  return html`<fieldset><legend>${legend}</legend><div class="chips">${texts.map(
    (text) =>
      html`<label class="chip"><input type="radio" name="${name}" value="${text}"${
        text === chosen && html` checked`
      }><span>${text}<span class="sr" data-sold-out hidden> (${words.soldOut})</span></span></label>`,
  )}</div></fieldset>`
}

function details(view: ProductView, words: Words): Markup | undefined {
  if (view.attributes.length === 0) return undefined

  return html`<section aria-labelledby="details"><h2 id="details">${words.details}</h2>
<table class="attributes"><tbody>${view.attributes.map(
    ({ label, text }) => html`<tr><th scope="row">${label}</th><td>${text}</td></tr>`,
  )}</tbody></table></section>`
}

function sizes({ sizeTable, fitTable }: ProductView, words: Words): Markup | undefined {
  if (!sizeTable) return undefined

  return html`<section><h2 id="sizes">${words.sizeTable}</h2>
${table(sizeTable)}${fitTable && table(fitTable)}</section>`
}

function table({ caption, columns, rows }: SizeTableView): Markup {
  return html`<div class="scroll" role="region" aria-labelledby="sizes" tabindex="0"><table class="sizes"><caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([size, ...measures]) =>
      html`<tr><th scope="row">${size}</th>${measures.map((measure) => html`<td>${measure}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

function goesWith(view: ProductView, words: Words): Markup | undefined {
  const { layout, tiles } = view.goesWith
  if (tiles.length === 0) return undefined

  return html`<section class="wrap shelf" aria-labelledby="goes-with"><div class="shelf-head"><h2 id="goes-with">${words.goesWith}</h2></div>
<ul class="tiles ${layout}">${tiles.map((other) => tile(other, words))}</ul></section>`
}
