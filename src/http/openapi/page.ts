import type { Locale } from '../../domain/localized-text.ts'
import { NDJSON } from '../../protocol/shop-data-routes.ts'
import { html, type Markup, renderMarkup } from '../demo-shop/html.ts'
import { operationId, toOpenApi } from './document.ts'
import { type Field, toFields } from './fields.ts'
import { listRoutes, type Route, toCurl } from './routes.ts'
import { GROUP_WORDS, type Group, ROUTE_WORDS } from './words.ts'

type Json = Readonly<Record<string, unknown>>

const TEXTS = {
  zh: {
    title: '小二 · HTTP 接口',
    lead: '把店铺的数据推给小二，小二就能答价格、库存、订单和物流。',
    other: 'English',
    file: 'OpenAPI 3.1 文档',
    routes: '接口',
    start: '三步开始',
    steps: [
      '在服务器环境里设 XIAOER_API_KEY（至少 32 个字符，比如 openssl rand -hex 32），重启。',
      '请求带上 Authorization: Bearer <密钥>。换密钥时新旧两个用逗号隔开，都换完再去掉旧的。',
      '一次一条用 PUT；多了用 bulk，一行一个 JSON，最大 50 MB，坏的行会报出行号，不影响别的行。',
    ],
    money: '金额都是整数，以分为单位：269.00 元写 26900。出错时返回 {code, message}，message 会写明是哪个字段。',
    key: 'API 密钥',
    session: '登录会话',
    visitor: '顾客令牌',
    open: '无需登录',
    or: '或',
    needed: '必填',
    field: '字段',
    type: '类型',
    fields: '字段说明',
    lines: '每行一个对象，字段同',
    reply: '返回',
  },
  en: {
    title: '小二 Xiaoer · HTTP API',
    lead: "Push the shop's data to 小二, and it can answer on prices, stock, orders and parcels.",
    other: '中文',
    file: 'OpenAPI 3.1 document',
    routes: 'Routes',
    start: 'Start in three steps',
    steps: [
      "Set XIAOER_API_KEY in the server's environment (32 characters or more, as from openssl rand -hex 32) and restart it.",
      'Send Authorization: Bearer <key>. To exchange a key, name the new and the old with a comma between until every sender has the new one.',
      'PUT one at a time; for many use bulk: one JSON object a line, 50 MB at most. A bad line is reported by its number and stops none of the others.',
    ],
    money:
      'Money is an integer in minor units: 269.00 is 26900. A refusal is {code, message}; the message names the field.',
    key: 'API key',
    session: 'session',
    visitor: "visitor's token",
    open: 'open to all',
    or: 'or',
    needed: 'required',
    field: 'Field',
    type: 'Type',
    fields: 'Fields',
    lines: 'One object a line, with the fields of',
    reply: 'Reply',
  },
} as const satisfies Record<Locale, object>

const BULK_REPLY = {
  saved: 998,
  failed: 1,
  errors: [{ line: 7, path: 'items.0.quantity', message: 'Invalid input: expected number, received string' }],
}

/** The HTTP API for people: each route with its fields and how to call it. No script, no style of its own. */
export function renderApiPage(locale: Locale, publicUrl: string): string {
  const texts = TEXTS[locale]
  const routes = listRoutes()
  const document = toOpenApi(locale, publicUrl)
  const schemas = (document['components'] as { readonly schemas: Json }).schemas
  const chapters = (Object.keys(GROUP_WORDS) as Group[]).map((group) => {
    const own = routes.filter((route) => route.group === group)
    return html`<section aria-labelledby="${group}"><h2 id="${group}">${GROUP_WORDS[group].title[locale]}</h2>
<p class="lead">${GROUP_WORDS[group].lead[locale]}</p>
${own.map((route) => renderRoute(route, { document, schemas, locale, publicUrl }))}</section>`
  })
  return renderMarkup(html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${texts.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${texts.lead}">
<link rel="stylesheet" href="/api.css"></head><body>
<header class="top"><div><h1>${texts.title}</h1><p>${texts.lead}</p></div>
<p class="links"><a href="/openapi.json?lang=${locale}">${texts.file}</a>
<a href="/api?lang=${locale === 'zh' ? 'en' : 'zh'}" hreflang="${locale === 'zh' ? 'en' : 'zh'}">${texts.other}</a></p></header>
<div class="columns">${renderMenu(routes, locale)}<main>
<section class="start" aria-labelledby="start"><h2 id="start">${texts.start}</h2>
<ol>${texts.steps.map((step) => html`<li>${step}</li>`)}</ol><p>${texts.money}</p></section>
${chapters}</main></div></body></html>
`)
}

function renderMenu(routes: readonly Route[], locale: Locale): Markup {
  const list = (group: Group) =>
    routes
      .filter((route) => route.group === group)
      .map((route) => html`<li><a href="#${operationId(route)}">${badge(route)} ${shortPath(route)}</a></li>`)
  return html`<nav aria-label="${TEXTS[locale].routes}"><h2>${GROUP_WORDS.shop.title[locale]}</h2><ul>${list('shop')}</ul>
<details><summary>${GROUP_WORDS.console.title[locale]}</summary><ul>${list('console')}</ul></details></nav>`
}

interface Scope {
  readonly document: Json
  readonly schemas: Json
  readonly locale: Locale
  readonly publicUrl: string
}

function renderRoute(route: Route, scope: Scope): Markup {
  const texts = TEXTS[scope.locale]
  const id = operationId(route)
  const reply = route.group !== 'shop' ? undefined : route.type === NDJSON ? BULK_REPLY : { id: lastPart(route) }
  return html`<article id="${id}"><h3>${badge(route)} <code>${route.path}</code></h3>
<p>${ROUTE_WORDS[route.name][scope.locale]} <span class="access">${accessOf(route, scope.locale)}</span></p>
<pre tabindex="0">${toCurl(route, scope.publicUrl)}</pre>
${route.type === NDJSON && html`<p>${texts.lines} <a href="#put${id.slice(4, -4)}ById">PUT /${route.kind ?? ''}</a>${scope.locale === 'zh' ? '。' : '.'}</p>`}
${route.type !== NDJSON && renderFields(fieldsOf(route, scope), scope.locale)}
${reply && html`<p class="reply">${texts.reply}</p><pre tabindex="0">${JSON.stringify(reply, undefined, route.type === NDJSON ? 2 : 0)}</pre>`}</article>`
}

function renderFields(fields: readonly Field[], locale: Locale): Markup | undefined {
  if (fields.length === 0) return undefined

  const texts = TEXTS[locale]
  const rows = fields.map(
    ({ name, type, needed }) =>
      html`<tr><td><code>${name}</code>${needed && html` <b>${texts.needed}</b>`}</td><td>${type}</td></tr>`,
  )
  return html`<details><summary>${texts.fields} · ${fields.length}</summary><table>
<thead><tr><th scope="col">${texts.field}</th><th scope="col">${texts.type}</th></tr></thead><tbody>${rows}</tbody></table></details>`
}

function fieldsOf(route: Route, { document, schemas, locale }: Scope): readonly Field[] {
  const paths = document['paths'] as Readonly<Record<string, Record<string, Json>>>
  const body = paths[route.path]?.[route.method.toLowerCase()]?.['requestBody'] as Json | undefined
  const content = body?.['content'] as Readonly<Record<string, Json>> | undefined
  return toFields(content?.[route.type]?.['schema'] ?? {}, schemas, locale)
}

function badge({ method }: Route): Markup {
  return html`<span class="method ${method.toLowerCase()}">${method}</span>`
}

function shortPath({ path }: Route): string {
  return path.replace('/api/v1', '')
}

function accessOf({ access }: Route, locale: Locale): string {
  const texts = TEXTS[locale]
  return access.length === 0 ? texts.open : access.map((one) => texts[one]).join(` ${texts.or} `)
}

/** The id that the example's address has. */
function lastPart(route: Route): string {
  return /\/([^/']+)'/.exec(toCurl(route, ''))?.[1] ?? ''
}
