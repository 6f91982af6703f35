import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SHOP_DATA_KINDS } from '../../src/domain/shop-data.ts'
import { toOpenApi } from '../../src/http/openapi/document.ts'
import { BODY_EXAMPLES, SHOP_DATA_EXAMPLES } from '../../src/http/openapi/examples.ts'
import { renderApiPage } from '../../src/http/openapi/page.ts'
import { listRoutes, toCurl } from '../../src/http/openapi/routes.ts'
import { HTTP_ROUTES } from '../../src/protocol/http.ts'
import { SHOP_DATA } from '../../src/protocol/shop-data-to-domain.ts'
import { startTestApp } from '../support/test-app.ts'

/** What OpenAPI 3.1 asks of the parts that we use; anything else in them is a slip. */
const Media = z.strictObject({ schema: z.looseObject({}), example: z.unknown().optional() })
const Content = z.record(z.string().regex(/^\w+\/[\w.+-]+$/), Media)
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string()).min(1),
  summary: z.string().min(5),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(
      z.strictObject({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^(?:\d{3}|default)$/),
    z.strictObject({ description: z.string(), content: Content }),
  ),
})
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  tags: z.array(z.looseObject({ name: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'put', 'post', 'patch', 'delete']), Operation),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
  }),
})

const raw = toOpenApi('en', 'https://chat.example.com')
const text = JSON.stringify(raw)

describe('the OpenAPI document', () => {
  it('has the shape of OpenAPI 3.1', () => {
    expect(Document.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
  })

  it('lists every route, each under a name of its own', () => {
    const { paths } = Document.parse(raw)
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one?.operationId))

    expect(listed.toSorted()).toEqual(
      Object.keys(HTTP_ROUTES)
        .map((route) => route.split('?')[0])
        .toSorted(),
    )
    expect(new Set(ids).size).toBe(listed.length)
  })

  it('refers to nothing that is not in it', () => {
    const refers = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path = '']) => path)
    const found = (path: string) =>
      path
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], raw)

    expect(refers.length).toBeGreaterThan(100)
    expect(refers.filter((path) => found(path) === undefined)).toEqual([])
  })

  it('names in each path the parameters that it has, and secures with what there is', () => {
    const { paths, components } = Document.parse(raw)
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const one of Object.values(methods)) {
        expect(
          (one?.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name),
          path,
        ).toEqual(named)
        const used = (one?.security ?? []).flatMap(Object.keys)
        expect(used.filter((name) => !(name in components.securitySchemes))).toEqual([])
      }
    }
  })

  it('lets the body of a PUT leave out the id that the path has', () => {
    const body = Document.parse(raw).paths['/api/v1/orders/{id}']?.put?.requestBody?.content['application/json']?.schema

    expect(body?.['required']).toEqual(['customer', 'status', 'currency', 'total', 'items', 'placedAt'])
    expect(body?.['properties']).toHaveProperty('number')
  })
})

describe('the examples', () => {
  it.each(SHOP_DATA_KINDS)('of %s are of the form that is parsed', (kind) => {
    expect(SHOP_DATA[kind].form.safeParse(SHOP_DATA_EXAMPLES[kind]).error).toBeUndefined()
  })

  it('of every other body are of its form, and none is missing', () => {
    const bodies = listRoutes().filter(({ body, kind }) => body && kind === undefined)

    expect(bodies.map(({ name }) => name).toSorted()).toEqual(Object.keys(BODY_EXAMPLES).toSorted())
    expect(bodies.filter(({ body, example }) => !body?.safeParse(example).success)).toEqual([])
  })

  it('are in the document as they are sent', () => {
    const { paths } = Document.parse(raw)
    const put = paths['/api/v1/parcels/{id}']?.put?.requestBody?.content['application/json']?.example
    const { trackingNumber: _, ...rest } = SHOP_DATA_EXAMPLES.parcels as Record<string, unknown>

    expect(put).toEqual(rest)
  })

  it('can be sent from a terminal, with what proves who sends', () => {
    const [put] = listRoutes()

    expect(put && toCurl(put, 'https://chat.example.com')).toMatch(
      /^curl -X PUT 'https:\/\/chat\.example\.com\/api\/v1\/customers\/u-1024' \\\n {2}-H "Authorization: Bearer \$XIAOER_API_KEY" \\\n/,
    )
  })
})

describe('the page /api', () => {
  it('shows every route in both languages, and no inline script or style', () => {
    for (const locale of ['zh', 'en'] as const) {
      const page = renderApiPage(locale, 'https://chat.example.com')
      const shown = [...page.matchAll(/<article id=/g)]
      const anchors = [...page.matchAll(/href="#(\w+)"/g)].map(([, id]) => id)

      expect(shown).toHaveLength(Object.keys(HTTP_ROUTES).length)
      expect(anchors.filter((id) => !page.includes(`id="${id}"`))).toEqual([])
      expect(page).not.toMatch(/<script|<style| style=| on\w+=/)
    }
  })

  it('is served, as the document is, under a policy that runs nothing', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()

    const page = await fetch(`${url}/api?lang=en`)
    const document = await fetch(`${url}/openapi.json?lang=zh`)
    const style = await fetch(`${url}/api.css`)

    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/)
    expect(await page.text()).toContain('<html lang="en">')
    expect(await document.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url }] })
    expect(style.headers.get('content-type')).toMatch(/^text\/css/)
  })
})
