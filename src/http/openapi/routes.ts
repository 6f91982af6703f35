import type { z } from 'zod'
import { SHOP_DATA_KINDS, type ShopDataKind } from '../../domain/shop-data.ts'
import { CSRF_HEADER, HTTP_ROUTES } from '../../protocol/http.ts'
import { NDJSON, SHOP_DATA_ROUTES } from '../../protocol/shop-data-routes.ts'
import { SHOP_DATA } from '../../protocol/shop-data-to-domain.ts'
import { BODY_EXAMPLES, SHOP_DATA_EXAMPLES } from './examples.ts'
import type { Group, RouteName } from './words.ts'

/** What may be said of a route. */
export interface Route {
  readonly name: RouteName
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly group: Group
  /** How the caller proves who it is; a list: either of them. */
  readonly access: readonly ('key' | 'session' | 'visitor')[]
  readonly csrf: boolean
  /** Of a route of the shop's data. */
  readonly kind: ShopDataKind | undefined
  readonly body?: z.ZodType
  readonly query?: z.ZodType
  readonly reply?: z.ZodType
  /** What the body is written in. */
  readonly type: 'application/json' | typeof NDJSON | 'multipart/form-data'
  readonly example?: object
}

const OPEN: readonly RouteName[] = [
  'POST /api/v1/session',
  'GET /api/v1/invites/{token}',
  'POST /api/v1/invites/{token}/accept',
]

/** Every route of the registry, the shop's data first. */
export function listRoutes(): readonly Route[] {
  const routes = (Object.keys(HTTP_ROUTES) as RouteName[]).map(toRoute)
  return [...routes.filter(({ group }) => group === 'shop'), ...routes.filter(({ group }) => group === 'console')]
}

function toRoute(name: RouteName): Route {
  const [method = '', address = ''] = name.split(' ')
  const [path = ''] = address.split('?')
  const shop = name in SHOP_DATA_ROUTES
  const kind = shop ? SHOP_DATA_KINDS.find((one) => path.startsWith(`/api/v1/${one}/`)) : undefined
  const upload = name === 'POST /api/v1/uploads'
  const access = shop ? ['key' as const] : upload ? (['session', 'visitor'] as const) : ['session' as const]
  const example = kind === undefined ? BODY_EXAMPLES[name] : exampleOf(kind, method)
  return {
    name,
    method,
    path,
    group: shop ? 'shop' : 'console',
    access: OPEN.includes(name) ? [] : access,
    csrf: !shop && !upload && method !== 'GET' && !OPEN.includes(name),
    kind,
    ...HTTP_ROUTES[name],
    type: upload ? 'multipart/form-data' : kind !== undefined && method === 'POST' ? NDJSON : 'application/json',
    ...(example && { example }),
  }
}

/** The path of a `PUT` says the id, so the example does not. */
function exampleOf(kind: ShopDataKind, method: string): object {
  const { [SHOP_DATA[kind].key]: id, ...rest } = SHOP_DATA_EXAMPLES[kind] as Readonly<Record<string, unknown>>
  return method === 'PUT' ? rest : { [SHOP_DATA[kind].key]: id, ...rest }
}

/** How to call it from a terminal. */
export function toCurl(route: Route, origin: string): string {
  const [first] = route.access
  const lines = [
    `curl${route.method === 'GET' ? '' : ` -X ${route.method}`} '${origin}${filled(route)}'`,
    ...(first === 'key' ? [`-H "Authorization: Bearer $XIAOER_API_KEY"`] : []),
    ...(first === 'session' ? ['-b cookies.txt'] : []),
    ...(route.name === 'POST /api/v1/session' ? ['-c cookies.txt'] : []),
    ...(route.csrf ? [`-H "${CSRF_HEADER}: $CSRF"`] : []),
    ...bodyLines(route),
  ]
  return lines.join(' \\\n  ')
}

function bodyLines({ type, example, kind }: Route): readonly string[] {
  if (type === 'multipart/form-data') return ["-F 'file=@photo.jpg'"]
  if (type === NDJSON) return [`-H 'content-type: ${NDJSON}'`, `--data-binary @${kind}.ndjson`]
  // In a shell, a quote within quotes is written by leaving and coming back.
  const json = example && JSON.stringify(example, undefined, 2).replaceAll("'", "'\\''")
  return json === undefined ? [] : ["-H 'content-type: application/json'", `-d '${json}'`]
}

function filled({ name, kind }: Route): string {
  const example = kind && (SHOP_DATA_EXAMPLES[kind] as Readonly<Record<string, unknown>>)
  const id = kind && String(example?.[SHOP_DATA[kind].key])
  const address = name.slice(name.indexOf(' ') + 1)
  return address
    .replace('{id}', id ?? '0b6c2f4e')
    .replace('{seq}', '101')
    .replace('{token}', '$TOKEN')
}
