/** The style of the page `/api`. */
export const API_CSS = `
:root {
  --ink: #2b2420;
  --soft: #6a5c52;
  --paper: #fdfaf5;
  --sand: #f6eee3;
  --line: #e8dccc;
  --accent: #a5340a;
  --leaf: #2f5d43;
  --code: #2f2a26;
  color: var(--ink);
  background: var(--paper);
  font: 16px/1.65 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  -webkit-text-size-adjust: 100%;
}
*, ::before, ::after { box-sizing: border-box; }
body, h1, h2, h3, p, ul, ol, table, pre { margin: 0; padding: 0; }
body { padding: 0 32px 96px; max-width: 1360px; margin-inline: auto; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
code, pre, .method, nav a { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 12px 32px; padding: 44px 0 24px; border-bottom: 1px solid var(--line); }
.top h1 { font-size: 30px; line-height: 1.25; letter-spacing: -.01em; }
.top p { color: var(--soft); margin-top: 4px; }
.links { display: flex; flex-wrap: wrap; gap: 8px 20px; }
.columns { display: grid; grid-template-columns: 264px minmax(0, 1fr); gap: 48px; align-items: start; }
nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 32px 0; font-size: 13px; }
nav h2, nav summary { font-size: 14px; font-weight: 600; margin-bottom: 8px; cursor: default; }
nav summary { margin-top: 20px; cursor: pointer; }
nav ul { list-style: none; }
nav a { display: flex; gap: 8px; align-items: baseline; padding: 4px 8px; margin-left: -8px; border-radius: 6px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { background: var(--sand); }
.method { flex: none; display: inline-block; min-width: 46px; padding: 1px 6px; border-radius: 5px; background: var(--sand); color: var(--soft); font-size: 11px; font-weight: 700; line-height: 1.6; text-align: center; letter-spacing: .02em; }
.method.put { background: #fbe6d6; color: #8a2c08; }
.method.post { background: #dfeee4; color: var(--leaf); }
.method.patch { background: #f4ecc9; color: #6b5408; }
.method.delete { background: #f7dcdc; color: #8b1c1c; }
main { padding-top: 32px; min-width: 0; }
section + section { margin-top: 56px; }
main h2 { font-size: 23px; line-height: 1.3; }
.lead { margin-top: 6px; color: var(--soft); max-width: 46em; }
.start { padding: 22px 26px; border-radius: 14px; background: var(--sand); }
.start ol { margin: 10px 0 10px 1.3em; }
.start li { padding-left: 4px; margin-bottom: 6px; overflow-wrap: anywhere; }
article { padding-top: 28px; margin-top: 28px; border-top: 1px solid var(--line); scroll-margin-top: 8px; }
h3 { display: flex; gap: 10px; align-items: baseline; font-size: 17px; }
h3 code { overflow-wrap: anywhere; }
h3 .method { font-size: 12px; }
article > p { margin-top: 8px; max-width: 46em; }
.access { display: inline-block; padding: 0 9px; border: 1px solid var(--line); border-radius: 99px; font-size: 13px; color: var(--soft); white-space: nowrap; }
.reply { font-size: 14px; color: var(--soft); }
pre { margin-top: 12px; padding: 16px 18px; border-radius: 10px; background: var(--code); color: #f5ece2; font-size: 13px; line-height: 1.6; overflow-x: auto; tab-size: 2; }
.reply + pre { margin-top: 4px; }
article details { margin-top: 12px; }
article summary { cursor: pointer; width: fit-content; font-size: 15px; color: var(--accent); }
table { width: 100%; margin-top: 10px; border-collapse: collapse; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td:first-child { width: 46%; }
td code { font-size: 13px; }
td b { font-size: 12px; font-weight: 600; color: var(--accent); white-space: nowrap; }
@media (max-width: 860px) {
  body { padding: 0 18px 64px; }
  .top { padding-top: 28px; }
  .top h1 { font-size: 25px; }
  .columns { display: block; }
  nav { position: static; max-height: none; padding: 20px 0 0; font-size: 14px; }
  nav a { padding-block: 7px; }
  .start { padding: 18px; }
  .start ol { margin-left: 1.1em; }
  h3 { font-size: 15px; }
  pre { margin-inline: -18px; border-radius: 0; }
}
`
