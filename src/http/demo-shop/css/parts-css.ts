/** What several pages share: buttons, services, tiles. */
export const PARTS_CSS = `
.button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 10px 26px; border: 1px solid transparent; border-radius: 99px; font-size: 16px; font-weight: 600; transition: background .15s, border-color .15s; }
.button.primary { background: var(--accent); color: #fff; }
.button.primary:hover { background: var(--accent-deep); }
.button.quiet { background: #fff; color: var(--ink); border-color: #d9c6b0; }
.button.quiet:hover { border-color: var(--accent); color: var(--accent-deep); }
.button:focus-visible { border-radius: 99px; }
.icon { flex: none; }
.button .icon { width: 20px; height: 20px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; }
.price { font-weight: 700; color: var(--accent-deep); font-variant-numeric: tabular-nums; }

.services ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 16px 32px; padding: 26px 0; }
.services li { display: flex; align-items: center; gap: 14px; }
.services .icon { width: 30px; height: 30px; color: var(--leaf); }
.service-text { display: grid; line-height: 1.45; }
.service-text strong { font-weight: 600; }
.service-text span { font-size: 13px; color: var(--soft); }

.shelf { padding-top: 56px; }
.shelf-head { display: flex; align-items: baseline; gap: 12px; margin-bottom: 22px; }
.shelf-head h2 { font-size: 27px; }
.shelf-head span { font-size: 14px; color: var(--soft); }
.tiles { display: grid; gap: 28px 24px; }
.tiles.four, .tiles.lead, .tiles.wide, .tiles.wides { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.tiles.three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.tiles.one { grid-template-columns: minmax(0, 1fr); }
.tiles.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.tile { position: relative; display: flex; flex-direction: column; }
.tile-picture { position: relative; overflow: hidden; border-radius: var(--round); background: var(--sand); aspect-ratio: 1; }
.tile-picture img { width: 100%; height: 100%; object-fit: cover; transition: transform .35s ease; }
.tile:hover img { transform: scale(1.035); }
.no-picture { display: grid; place-items: center; width: 100%; height: 100%; font: 600 64px/1 var(--title); color: #b8a48d; }
.badge { position: absolute; left: 12px; top: 12px; padding: 2px 10px; border-radius: 99px; background: rgb(43 36 32 / 82%); color: #fff; font-size: 12px; }
.tile-text { display: flex; flex: 1; min-width: 0; flex-direction: column; padding: 14px 4px 0; }
.tile h3 { font-size: 17px; }
.tile h3 a::after { content: ""; position: absolute; inset: 0; border-radius: var(--round); }
.tile h3 a:focus-visible { outline: none; }
.tile h3 a:focus-visible::after { outline: 3px solid var(--accent); outline-offset: 3px; }
.tile:hover h3 { color: var(--accent-deep); }
.tile .summary { margin: 4px 0 8px; font-size: 14px; line-height: 1.55; color: var(--soft); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.tile .price { margin-top: auto; font-size: 18px; }

.tiles.lead > :first-child { grid-area: span 2 / span 2; }
.tiles.lead > :first-child .tile-picture { flex: 1; aspect-ratio: auto; }
.tiles.lead > :first-child .tile-text { flex: none; }
.tiles.lead > :first-child h3 { font-size: 22px; }
.tiles.lead > :first-child .summary { font-size: 15px; }
.tiles.two .tile, .tiles.one .tile { flex-direction: row; border-radius: var(--round); background: #fff; box-shadow: 0 0 0 1px var(--line); }
.tiles.two .tile-picture, .tiles.one .tile-picture { flex: none; width: 46%; border-radius: var(--round) 0 0 var(--round); }
.tiles.two .tile-text, .tiles.one .tile-text { justify-content: center; padding: 24px 28px; }
.tiles.two h3 { font-size: 20px; }
.tiles.two .summary, .tiles.one .summary { -webkit-line-clamp: 4; margin: 8px 0 14px; font-size: 15px; }
.tiles.two .price, .tiles.one .price { margin-top: 0; font-size: 20px; }
.tiles.one .tile-picture { width: 30%; }
.tiles.one .tile-text { padding: 32px 56px; }
.tiles.one h3 { font-size: 26px; }
.tiles.one .summary { max-width: 36em; font-size: 16px; }

:is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) { grid-column: span 2; flex-direction: row; border-radius: var(--round); background: #fff; box-shadow: 0 0 0 1px var(--line); }
:is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .tile-picture { flex: none; width: calc(50% - 12px); aspect-ratio: auto; border-radius: var(--round) 0 0 var(--round); }
:is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .tile-text { justify-content: center; padding: 20px 26px; }
:is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) h3 { font-size: 20px; }
:is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .summary { margin: 8px 0 14px; font-size: 15px; -webkit-line-clamp: 5; }
:is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .price { margin-top: 0; font-size: 20px; }

@media (max-width: 960px) {
  .services ul { grid-template-columns: 1fr 1fr; }
  .tiles.four, .tiles.lead, .tiles.wide, .tiles.wides { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .tiles.two .tile-text { padding: 16px 20px; }
}
@media (max-width: 700px) {
  .tiles.three { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .tiles.three > :first-child:nth-last-child(odd) { grid-column: span 2; flex-direction: row; border-radius: var(--round); background: #fff; box-shadow: 0 0 0 1px var(--line); }
  .tiles.three > :first-child:nth-last-child(odd) .tile-picture { flex: none; width: 50%; border-radius: var(--round) 0 0 var(--round); }
  .tiles.three > :first-child:nth-last-child(odd) .tile-text { justify-content: center; padding: 14px 20px; }
  .tiles.three > :first-child:nth-last-child(odd) .price { margin-top: 0; }
  .tiles.three > :first-child:nth-last-child(odd) .summary { -webkit-line-clamp: 4; }
}
@media (max-width: 600px) {
  .services ul { gap: 18px 14px; padding: 20px 0; }
  .services li { align-items: flex-start; gap: 10px; }
  .services .icon { width: 24px; height: 24px; }
  .service-text strong { font-size: 14px; }
  .service-text span { font-size: 12px; }
  .shelf { padding-top: 40px; }
  .shelf-head { margin-bottom: 16px; }
  .shelf-head h2 { font-size: 23px; }
  .tiles { gap: 24px 14px; }
  .tile h3 { font-size: 16px; }
  .tile .summary { font-size: 13px; }
  :is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .tile-picture { width: calc(50% - 7px); aspect-ratio: 1; }
  :is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .tile-text { padding: 14px 18px; }
  :is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) h3 { font-size: 17px; }
  :is(.tiles.wide > :first-child, .tiles.wides > :nth-child(-n+2)) .summary { font-size: 13px; -webkit-line-clamp: 4; }
  .tiles.two .tile { flex-direction: column; background: none; box-shadow: none; }
  .tiles.two .tile-picture { width: 100%; border-radius: var(--round); }
  .tiles.two .tile-text { justify-content: flex-start; padding: 12px 4px 0; }
  .tiles.two h3 { font-size: 16px; }
  .tiles.two .summary { margin: 4px 0 8px; font-size: 13px; -webkit-line-clamp: 2; }
  .tiles.two .price { margin-top: auto; font-size: 18px; }
  .tiles.one .tile-picture { width: 42%; }
  .tiles.one .tile-text { padding: 14px 18px; }
  .tiles.one h3 { font-size: 18px; }
  .tiles.one .summary { font-size: 13px; -webkit-line-clamp: 3; }
}
`
