/** The product page. */
export const PRODUCT_CSS = `
.crumbs { padding: 20px 0; font-size: 14px; color: var(--soft); }
.crumbs ol { display: flex; flex-wrap: wrap; gap: 4px 8px; }
.crumbs li + li::before { content: "/"; margin-right: 8px; color: #b8a48d; }
.crumbs a:hover { color: var(--accent-deep); text-decoration: underline; text-underline-offset: 3px; }
.product { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 56px; align-items: start; }
.product-picture { overflow: hidden; border-radius: 24px; background: var(--sand); aspect-ratio: 1; }
.product-picture img { width: 100%; height: 100%; object-fit: cover; }
.product-text { padding-top: 12px; }
.product h1 { font-size: 34px; }
.product .lead { margin-top: 10px; font-size: 17px; color: var(--soft); }
.product .price { margin-top: 20px; font-size: 32px; line-height: 1.2; }
.deal { display: inline-flex; align-items: center; gap: 10px; margin-top: 14px; padding: 6px 16px 6px 6px; border-radius: 99px; background: #fbe9dd; color: #7a2b0a; font-size: 14px; }
.deal span { flex: none; padding: 2px 12px; border-radius: 99px; background: var(--accent); color: #fff; font-size: 13px; font-weight: 600; }
.options { display: grid; gap: 20px; margin-top: 28px; padding-top: 26px; border-top: 1px solid var(--line); }
.options fieldset { border: 0; min-width: 0; }
.options legend { margin-bottom: 10px; padding: 0; font-size: 14px; color: var(--soft); }
.chips { display: flex; flex-wrap: wrap; gap: 10px; }
.chip { position: relative; display: block; cursor: pointer; }
.chip input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.chip > span { display: block; min-width: 56px; padding: 9px 18px; border: 1px solid #d9c6b0; border-radius: 12px; background: #fff; font-size: 15px; line-height: 1.5; text-align: center; }
.chip:hover > span { border-color: var(--accent); }
.chip input:checked + span { border-color: var(--accent); background: #fdf0e7; color: var(--accent-deep); font-weight: 600; box-shadow: inset 0 0 0 1px var(--accent); }
.chip input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 3px; }
.chip.sold-out > span { border-style: dashed; background: #f7f2eb; color: #75685d; text-decoration: line-through; }
.chip.sold-out input:checked + span { border-style: solid; }
.stock { min-height: 1.7em; font-size: 15px; }
.stock output { display: inline-flex; align-items: center; gap: 8px; }
.stock output::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: currentcolor; }
.stock [data-level="in"] { color: var(--leaf); }
.stock [data-level="low"] { color: #8f4a00; }
.stock [data-level="out"] { color: var(--soft); }
.ask { display: flex; align-items: center; flex-wrap: wrap; gap: 12px 18px; margin-top: 26px; }
.ask .button { min-width: 190px; min-height: 52px; font-size: 17px; }
.ask p { font-size: 14px; color: var(--soft); }
.wrap + .services { margin-top: 48px; }
.wrap + .services { border-block: 1px solid var(--line); background: #fff; }
.product-more { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 56px; padding-top: 56px; }
.product-more > :only-child { grid-column: 1 / -1; }
.product-more h2 { margin-bottom: 16px; font-size: 24px; }
table { width: 100%; border-collapse: collapse; font-size: 15px; text-align: left; }
.attributes tr { border-bottom: 1px solid var(--line); }
.attributes tr:first-child { border-top: 1px solid var(--line); }
.attributes th { width: 8em; padding: 12px 16px 12px 0; font-weight: 400; color: var(--soft); vertical-align: top; }
.attributes td { padding: 12px 0; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--round); background: #fff; }
.sizes { font-variant-numeric: tabular-nums; }
.sizes caption { padding: 10px 16px; font-size: 13px; color: var(--soft); text-align: left; }
.sizes th, .sizes td { padding: 10px 16px; white-space: nowrap; }
.scroll + .scroll { margin-top: 16px; }
.sizes thead th { background: var(--sand); font-size: 14px; font-weight: 600; }
.sizes tbody tr + tr { border-top: 1px solid var(--line); }

@media (max-width: 960px) {
  .crumbs { padding: 14px 0; font-size: 13px; }
  .product { grid-template-columns: minmax(0, 1fr); gap: 20px; }
  .product-picture { max-width: 620px; width: 100%; margin-inline: auto; border-radius: var(--round); }
  .product-text { padding-top: 0; }
  .product h1 { font-size: 26px; }
  .product .lead { font-size: 16px; }
  .product .price { margin-top: 14px; font-size: 28px; }
  .options { margin-top: 22px; padding-top: 20px; }
  .ask .button { flex: 1 0 100%; }
  .wrap + .services { margin-top: 32px; }
  .product-more { grid-template-columns: minmax(0, 1fr); gap: 40px; padding-top: 40px; }
  .attributes th { width: 6.5em; }
  .sizes th, .sizes td { padding: 10px 12px; }
}
`
