/** Colours, type, and what surrounds every page: demo bar, header, footer. */
export const FRAME_CSS = `
:root {
  --ink: #2b2420;
  --soft: #6a5c52;
  --paper: #fdfaf5;
  --sand: #f6eee3;
  --line: #e8dccc;
  --accent: #c8400a;
  --accent-deep: #a5340a;
  --leaf: #3d6b4f;
  --round: 18px;
  --title: Georgia, "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Microsoft YaHei", serif;
  color: var(--ink);
  background: var(--paper);
  font: 16px/1.65 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  -webkit-text-size-adjust: 100%;
  scroll-behavior: smooth;
  scroll-padding-top: 88px;
}
*, ::before, ::after { box-sizing: border-box; }
body, h1, h2, h3, p, ul, ol, dl, dd, fieldset, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
img { display: block; max-width: 100%; height: auto; }
button { font: inherit; color: inherit; cursor: pointer; }
a { color: inherit; text-decoration: none; }
h1, h2, h3 { font-family: var(--title); font-weight: 600; line-height: 1.3; text-wrap: balance; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 6px; }
main:focus { outline: none; }
.wrap { width: min(1200px, 100% - 48px); margin-inline: auto; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 16px; top: -60px; z-index: 9; padding: 8px 16px; border-radius: 8px; background: var(--ink); color: #fff; }
.skip:focus { top: 8px; }

.demo { background: #2f3a33; color: #e6ece6; font-size: 13px; }
.demo .wrap { display: flex; align-items: center; gap: 4px 12px; min-height: 40px; padding-block: 4px; }
.demo-name { font-weight: 600; white-space: nowrap; }
.demo-as { color: #b9c7bc; white-space: nowrap; }
.demo-name + .demo-as::before { content: "·"; margin-right: 12px; }
.people { display: flex; flex: none; gap: 4px; }
.people button { flex: none; min-height: 28px; padding: 2px 12px; border: 1px solid transparent; border-radius: 99px; background: none; color: inherit; font-size: 13px; line-height: 1.4; }
.people button:hover { border-color: #7d8c81; }
.people button[aria-pressed="true"] { background: #f6eee3; color: #2b2420; }
.demo :focus-visible { outline-color: #ffd9b8; outline-offset: 1px; border-radius: 99px; }
.demo-status { flex: 1; min-width: 0; min-height: 1.65em; overflow: hidden; color: #ffd9b8; text-align: right; text-overflow: ellipsis; white-space: nowrap; }

.top { position: sticky; top: 0; z-index: 3; background: rgb(253 250 245 / 94%); backdrop-filter: blur(10px); border-bottom: 1px solid var(--line); }
.top .wrap { display: flex; align-items: center; gap: 32px; min-height: 72px; }
.logo { display: inline-flex; align-items: center; gap: 10px; flex: none; }
.mark { flex: none; width: 38px; height: 38px; }
.wordmark { font: 700 21px/1 var(--title); letter-spacing: .08em; white-space: nowrap; }
:lang(en) .wordmark { letter-spacing: .01em; }
.categories { flex: 1; min-width: 0; }
.categories ul { display: flex; justify-content: safe center; gap: 2px; overflow-x: auto; scrollbar-width: none; }
.categories a { display: block; padding: 8px clamp(7px, .9vw, 14px); border-radius: 99px; font-size: 15px; white-space: nowrap; }
.categories a:hover { background: var(--sand); color: var(--accent-deep); }
.categories :focus-visible { outline-offset: -3px; border-radius: 99px; }
.language { flex: none; padding: 6px 14px; border: 1px solid var(--line); border-radius: 99px; font-size: 14px; color: var(--soft); }
.language:hover { border-color: var(--accent); color: var(--accent-deep); }

.foot { margin-top: 88px; padding: 56px 0 40px; background: #332b25; color: #efe4d6; font-size: 14px; }
.foot .wrap { display: grid; grid-template-columns: .9fr 1.4fr 1.15fr 1.35fr; gap: 40px; }
.foot-brand p { margin-top: 14px; font-family: var(--title); font-size: 15px; color: #d9c8b4; }
.foot h2 { margin-bottom: 12px; font: inherit; font-size: 15px; font-weight: 600; color: #fff; }
.foot dl { display: grid; gap: 6px; }
.foot dl > div { display: flex; gap: 12px; }
.foot dt { flex: none; min-width: 3.2em; color: #cdbba6; }
.foot dd { overflow-wrap: anywhere; }
.foot address { display: grid; gap: 6px; font-style: normal; }
.foot a { text-decoration: underline; text-decoration-color: #8d7b69; text-underline-offset: 3px; }
.foot a:hover { text-decoration-color: currentcolor; }
.foot :focus-visible { outline-color: #ffd9b8; }
.small { grid-column: 1 / -1; padding-top: 24px; border-top: 1px solid #52463c; font-size: 13px; color: #cdbba6; }

@media (max-width: 1160px) {
  .demo .wrap { flex-wrap: wrap; }
  .demo-status { flex-basis: 100%; text-align: left; white-space: normal; }
}
@media (max-width: 960px) {
  :root { scroll-padding-top: 120px; }
  .wrap { width: calc(100% - 32px); }
  .top .wrap { flex-wrap: wrap; justify-content: space-between; gap: 0 16px; padding-top: 10px; }
  .categories { order: 3; flex: none; width: calc(100% + 32px); margin-inline: -16px; }
  .categories ul { justify-content: flex-start; padding: 6px 8px; }
  .mark { width: 32px; height: 32px; }
  .wordmark { font-size: 19px; }
  .language { padding: 4px 12px; }
  .foot { margin-top: 56px; padding-bottom: 96px; }
  .foot .wrap { grid-template-columns: 1fr 1fr; gap: 32px; }
}
@media (max-width: 760px) {
  .people { flex: 1 1 100%; flex-wrap: wrap; margin-inline: -12px; }
}
@media (max-width: 600px) {
  .demo-as { display: none; }
  .foot .wrap { grid-template-columns: 1fr; gap: 28px; }
}
@media (prefers-reduced-motion: reduce) {
  :root { scroll-behavior: auto; }
  *, ::before, ::after { transition: none !important; }
}
`
