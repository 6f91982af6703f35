/** The front page's hero and offers, and the page for what is not there. */
export const HOME_CSS = `
.hero { padding: 56px 0 40px; background: linear-gradient(180deg, #f8ecdd 0%, #f9f1e6 60%, var(--paper) 100%); }
.hero-grid { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); align-items: center; gap: 56px; }
.hero h1 { font-size: 50px; letter-spacing: .03em; line-height: 1.25; }
:lang(en) .hero h1 { letter-spacing: -.01em; }
.hero-text p { margin-top: 18px; font-size: 17px; color: var(--soft); }
.hero-text .actions { margin-top: 30px; }
.picks { display: grid; grid-template-columns: repeat(3, 1fr); gap: 18px; align-items: start; }
.picks a { display: block; position: relative; }
.picks img { width: 100%; aspect-ratio: 6 / 7; object-fit: cover; border: 5px solid #fff; border-radius: 50% 50% var(--round) var(--round) / 43% 43% var(--round) var(--round); box-shadow: 0 14px 36px rgb(120 84 48 / 12%); transition: transform .35s ease; }
.picks li:nth-child(odd) { padding-top: 44px; }
.picks a:hover img { transform: translateY(-4px); }
.picks a:focus-visible { border-radius: var(--round); }
.pick-label { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 8px; padding: 10px 6px 0; font-size: 14px; }
.pick-label strong { color: var(--accent-deep); font-variant-numeric: tabular-nums; }
.offers { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 44px; }
.offer { flex: 1 1 225px; display: flex; align-items: center; gap: 14px; padding: 16px 18px; border: 1px solid var(--line); border-radius: var(--round); background: #fff; }
.offer div { flex: 1; min-width: 0; }
.offer strong { font-size: 15px; }
.offer p { font-size: 13px; line-height: 1.5; color: var(--soft); }
.offer .icon { color: var(--accent); }
.offer.promotion { background: var(--accent); border-color: var(--accent); color: #fff; }
.offer.promotion p, .offer.promotion .icon { color: #fff; }
.offer.promotion { flex-basis: 245px; }
.offer.coupon { flex-basis: 290px; }
.claim { flex: none; min-height: 36px; padding: 4px 16px; border: 0; border-radius: 99px; background: #fbe6d8; color: var(--accent-deep); font-size: 14px; font-weight: 600; }
.claim:hover { background: #f7d8c3; }
.claim[aria-disabled="true"] { background: #efe9e1; color: var(--soft); cursor: default; }
.services + #shelf { border-top: 1px solid var(--line); }
#shelf > .shelf:first-child { padding-top: 40px; }

.lost { padding: 88px 0 40px; text-align: center; }
.lost-code { font: 600 88px/1 var(--title); }
.lost h1 { margin: 16px 0 12px; font-size: 32px; }
.lost p { color: var(--soft); }
.lost .actions { justify-content: center; margin-top: 28px; }

@media (max-width: 960px) {
  .hero { padding: 32px 0 24px; }
  .hero-grid { grid-template-columns: minmax(0, 1fr); gap: 32px; }
  .hero h1 { font-size: 36px; }
  .hero-text p { margin-top: 12px; font-size: 16px; }
  .hero-text .actions { margin-top: 22px; }
  .picks { gap: 12px; }
  .picks li:nth-child(odd) { padding-top: 24px; }
  .picks img { border-width: 3px; }
  .offers { margin-top: 28px; }
}
@media (max-width: 600px) {
  .actions .button { flex: 1; padding-inline: 16px; white-space: nowrap; }
  .pick-label { font-size: 13px; padding-inline: 2px; }
  .offers { gap: 10px; }
  .offer { flex-basis: 150px; gap: 10px; padding: 12px 14px; }
  .offer.promotion, .offer.coupon { flex-basis: 100%; }
}
`
