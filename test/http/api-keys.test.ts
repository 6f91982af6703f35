import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createApiKey } from '../../src/actions/api-keys/manage-api-keys.ts'
import { ROOT } from '../../src/config/config.ts'
import { AUDIT_ACTIONS } from '../../src/domain/audit.ts'
import { SHOP_DATA_EXAMPLES } from '../../src/http/openapi/examples.ts'
import type { AuditChoices, AuditPage } from '../../src/protocol/audit.ts'
import type { WelcomeView } from '../../src/protocol/welcome.ts'
import { consoleApi } from '../support/console-api.ts'
import { startTestApp } from '../support/test-app.ts'

it('a key of the console pushes and reads the metrics as far as its rights go', async () => {
  await using app = await startTestApp({ environment: { METRICS_TOKEN: 'the-token-of-the-watcher-of-metrics-01' } })
  const owner = await app.agent('Olga', { role: 'owner' })
  const { url } = await app.app.listen()
  const { secret: pushes } = await createApiKey(app.deps, owner, { name: 'ERP', scopes: ['shop_data'] })
  const { secret: watches } = await createApiKey(app.deps, owner, { name: 'Grafana', scopes: ['metrics'] })
  const { id, ...body } = SHOP_DATA_EXAMPLES.customers as Record<string, unknown>
  const push = (key: string) =>
    fetch(`${url}/api/v1/customers/${String(id)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const watch = (key: string) => fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${key}` } })

  expect([(await push(pushes)).status, (await push(watches)).status, (await push('xk_none')).status]).toEqual([
    200, 403, 401,
  ])
  expect([(await watch(watches)).status, (await watch(pushes)).status]).toEqual([200, 401])
})

it('the audit is read by name, narrowed, and taken away as CSV', async () => {
  await using app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner' })
  await createApiKey(app.deps, owner, { name: '=ERP', scopes: ['shop_data', 'metrics'] })
  const api = await consoleApi(app, owner)
  await api.call('PUT', '/reception', { mode: 'assist' })

  const all = await api.get<AuditPage>('/audit')
  const keys = await api.get<AuditPage>('/audit?area=api-key')
  const csv = await (await api.call('GET', '/audit-export?area=api-key')).text()
  const choices = await api.get<AuditChoices>('/audit-choices')

  expect(all.entries.map(({ action }) => action)).toContain('reception.switched')
  expect(keys.entries).toMatchObject([
    { action: 'api-key.created', actorName: 'Olga', detail: { name: '=ERP', scopes: 'shop_data, metrics' } },
  ])
  expect(csv.split('\r\n')[1]).toMatch(/^\d{4}-\d\d-\d\dT.*Z,Olga,api-key\.created,/)
  expect(choices.actors).toEqual([{ id: owner.id, name: 'Olga' }])
  expect(choices.areas).toContain('webhook')
})

it('every action that the code writes down is known to those who put it into words', () => {
  const folders = ['actions', 'app', 'jobs', 'http'].map((room) => join(ROOT, 'src', room))
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const sources = files.map((file) => readFileSync(file, 'utf8')).filter((text) => /audit|noteRecordChange/.test(text))
  const written = sources.flatMap((text) =>
    [...text.matchAll(/(?:action: |told\([^'`)]*|note\([^'`)]*|audit\([^'`)]*|\? )'([a-z-]+\.[a-z_-]+)'/g)].map(
      ([, name = '']) => name,
    ),
  )
  const known: readonly string[] = AUDIT_ACTIONS

  expect(new Set(written).size).toBeGreaterThan(30)
  expect([...new Set(written)].filter((name) => !known.includes(name))).toEqual([])
})

it('remembers on which pages the widget was loaded, and the steps that are behind', async () => {
  await using app = await startTestApp()
  const owner = await app.agent('Olga', { role: 'owner' })
  const api = await consoleApi(app, owner)
  const before = await api.get<WelcomeView>('/welcome')
  const page = 'https://shop.example.com/dresses?from=mail'
  const { origin } = new URL((await api.call('GET', '/session')).url)
  await fetch(`${origin}/widget.js`, { headers: { referer: page } })
  await fetch(`${origin}/widget.js`, { headers: { referer: 'javascript:alert(1)' } })

  await expect.poll(async () => (await api.get<WelcomeView>('/welcome')).sightings).toHaveLength(1)
  await api.call('PATCH', '/welcome', { step: 'embed' })
  await api.call('PATCH', '/welcome', { step: 'invite', outcome: 'skipped' })
  const after = await api.get<WelcomeView>('/welcome')

  expect(before).toMatchObject({ steps: [], sightings: [] })
  expect(after.sightings).toMatchObject([
    { origin: 'https://shop.example.com', url: 'https://shop.example.com/dresses', own: false },
  ])
  expect(after.steps).toEqual([
    { step: 'embed', outcome: 'done' },
    { step: 'invite', outcome: 'skipped' },
  ])
})
