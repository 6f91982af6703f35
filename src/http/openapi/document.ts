import { z } from 'zod'
import { ERROR_CODES, type ErrorCode } from '../../domain/errors.ts'
import type { Locale } from '../../domain/localized-text.ts'
import * as assistShapes from '../../protocol/assist.ts'
import * as caseShapes from '../../protocol/cases.ts'
import * as commonShapes from '../../protocol/common.ts'
import * as composingShapes from '../../protocol/composing.ts'
import * as consoleShapes from '../../protocol/console.ts'
import * as customerShapes from '../../protocol/customers.ts'
import * as editingShapes from '../../protocol/editing.ts'
import * as followUpShapes from '../../protocol/follow-ups.ts'
import * as historyShapes from '../../protocol/history.ts'
import * as httpShapes from '../../protocol/http.ts'
import { CSRF_HEADER, ErrorBody, SESSION_COOKIE } from '../../protocol/http.ts'
import * as knowledgeShapes from '../../protocol/knowledge.ts'
import * as labelShapes from '../../protocol/labels.ts'
import * as messageShapes from '../../protocol/messages.ts'
import * as shopShapes from '../../protocol/shop-data.ts'
import * as routeShapes from '../../protocol/shop-data-routes.ts'
import { NDJSON } from '../../protocol/shop-data-routes.ts'
import { SHOP_DATA } from '../../protocol/shop-data-to-domain.ts'
import * as taskShapes from '../../protocol/tasks.ts'
import { listRoutes, type Route } from './routes.ts'
import { GROUP_WORDS, ROUTE_WORDS } from './words.ts'

type Json = Readonly<Record<string, unknown>>

const SCHEMAS = '#/components/schemas/'
const SCHEMES = { key: { apiKey: [] }, session: { session: [] }, visitor: { visitor: [] } } as const

/** The whole HTTP API as an OpenAPI 3.1 document, made of the schemas by which requests are parsed. */
export function toOpenApi(locale: Locale, publicUrl: string): Json {
  const names = nameShapes()
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of listRoutes()) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: toOperation(route, locale, names) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: locale === 'zh' ? '小二 HTTP 接口' : '小二 Xiaoer HTTP API',
      version: '1',
      description: GROUP_WORDS.shop.lead[locale],
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(GROUP_WORDS).map(([name, { title, lead }]) => ({
      name,
      summary: title[locale],
      description: lead[locale],
    })),
    paths,
    components: {
      schemas: toSchemas(names),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'XIAOER_API_KEY' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        csrf: { type: 'apiKey', in: 'header', name: CSRF_HEADER },
        visitor: { type: 'http', scheme: 'bearer', description: 'visitorToken' },
      },
    },
  }
}

const SHAPES = [
  ...[
    assistShapes,
    caseShapes,
    commonShapes,
    composingShapes,
    consoleShapes,
    customerShapes,
    followUpShapes,
    historyShapes,
    httpShapes,
  ],
  ...[knowledgeShapes, editingShapes, labelShapes, messageShapes, taskShapes, shopShapes, routeShapes],
]

/** Every schema that is sent, by name; what has none of its own is named after its route. */
function nameShapes(): z.core.$ZodRegistry<{ id: string }> {
  const names = z.registry<{ id: string }>()
  for (const shapes of SHAPES) {
    for (const [id, shape] of Object.entries(shapes)) {
      if (shape instanceof z.ZodType && !names.has(shape)) names.add(shape, { id })
    }
  }
  for (const route of listRoutes()) {
    const { reply } = route
    if (reply && !names.has(reply)) names.add(reply, { id: `${operationId(route)}Reply` })
  }
  return names
}

function toSchemas(names: z.core.$ZodRegistry<{ id: string }>): Json {
  const { schemas } = z.toJSONSchema(names, {
    io: 'input',
    uri: (id) => `${SCHEMAS}${id}`,
    override: ({ jsonSchema }) => {
      // Of a well-known format the pattern says nothing more, and this bound is the language's own.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]))
}

function toOperation(route: Route, locale: Locale, names: z.core.$ZodRegistry<{ id: string }>): Json {
  const refer = (shape: z.ZodType) => ({ $ref: `${SCHEMAS}${names.get(shape)?.id}` })
  const body = toBody(route, refer)
  return {
    operationId: operationId(route),
    tags: [route.group],
    summary: ROUTE_WORDS[route.name][locale],
    security: route.access.map((scheme) => ({ ...SCHEMES[scheme], ...(route.csrf && { csrf: [] }) })),
    ...(toParameters(route).length > 0 && { parameters: toParameters(route) }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      200: {
        description: 'OK',
        content: route.path.endsWith('.csv')
          ? { 'text/csv': { schema: { type: 'string' } } }
          : { 'application/json': { schema: route.reply ? refer(route.reply) : { type: 'object' } } },
      },
      ...refusals(route, refer(ErrorBody)),
    },
  }
}

function toBody({ type, body, kind, example }: Route, refer: (shape: z.ZodType) => Json): Json | undefined {
  if (type === 'multipart/form-data') {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' }
    return { [type]: { schema: { type: 'object', properties: { file }, required: ['file'] } } }
  }
  if (kind !== undefined && type === NDJSON) {
    // One of these a line; the version of OpenAPI that can say so of a stream is not read by most tools yet.
    return { [NDJSON]: { schema: refer(SHOP_DATA[kind].sent), example } }
  }
  if (!body) return undefined
  return { [type]: { schema: kind === undefined ? refer(body) : withoutId(SHOP_DATA[kind], refer), example } }
}

/** The path says the id, so the body may leave it out. */
function withoutId({ sent, key }: { sent: z.ZodObject; key: string }, refer: (shape: z.ZodType) => Json): Json {
  const { properties, required = [], ...rest } = z.toJSONSchema(sent, { io: 'input' })
  const fields = Object.keys(properties ?? {}).map((field) => [
    field,
    { $ref: `${refer(sent)['$ref']}/properties/${field}` },
  ])
  const { $schema: _, ...shape } = rest
  return { ...shape, properties: Object.fromEntries(fields), required: required.filter((field) => field !== key) }
}

function toParameters({ name, query }: Route): readonly Json[] {
  const [path = '', written = ''] = name.split('?')
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => ({
    name: id,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inAddress = [...written.matchAll(/(\w+)=\{\w+\}/g)].map(([, id]) => ({
    name: id,
    in: 'query',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  }))
  const fields = query ? (z.toJSONSchema(query, { io: 'input' }).properties ?? {}) : {}
  const inQuery = Object.entries(fields).map(([id, schema]) => ({ name: id, in: 'query', required: false, schema }))
  return [...inPath, ...inAddress, ...inQuery]
}

function refusals({ access, kind, method, csrf }: Route, schema: Json): Json {
  const codes: readonly ErrorCode[] = [
    'invalid_input',
    ...(access.includes('key') ? (['api_key_invalid'] as const) : []),
    ...(access.includes('session') ? (['not_signed_in'] as const) : []),
    ...(csrf ? (['csrf_failed'] as const) : []),
    ...(kind === 'parcels' && method === 'PUT' ? (['order_not_found'] as const) : []),
    ...(kind === undefined ? [] : (['too_many'] as const)),
  ]
  const content = { 'application/json': { schema } }
  const known = codes.map((code) => [
    ERROR_CODES[code].status,
    { description: `\`${code}\`: ${ERROR_CODES[code].message}`, content },
  ])
  return { ...Object.fromEntries(known), default: { description: 'docs/errors.md', content } }
}

/** `putOrdersById`, `postOrdersBulk`. */
export function operationId({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const words = path.replace('/api/v1/', '').split(/[/.-]/)
  const named = words.map((word) =>
    word.replace(/^\{(\w)(\w*)\}$/, (_, first: string, rest: string) => `By${first.toUpperCase()}${rest}`),
  )
  return method.toLowerCase() + named.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
