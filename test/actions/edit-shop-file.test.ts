import { expect, it } from 'vitest'
import type { ShopFileView } from '../../src/protocol/shop-file.ts'
import { openEditingShop } from '../support/editing-shop.ts'

it('changes single values of shop.yaml in the draft, and leaves all else as it is written', async () => {
  await using shop = await openEditingShop()
  const before = await shop.api.get<ShopFileView>('/settings/shop')
  const patch = (edits: object[], seen = before.seen) => shop.api.call('PATCH', '/settings/shop', { edits, seen })

  const saved = await patch([
    { path: ['handoff', 'after_misses'], json: '4' },
    { path: ['ratings'], json: '{"bad_up_to":3}' },
  ])
  const after = (await saved.json()) as ShopFileView

  expect(saved.status).toBe(200)
  expect(before.changed).toBe(false)
  expect(after).toMatchObject({ changed: true, problems: [] })
  expect(JSON.parse(after.json)).toMatchObject({ handoff: { after_misses: 4 }, ratings: { bad_up_to: 3 } })
  expect((await patch([{ path: ['desk', 'limit'], json: '6' }])).status).toBe(409)
})

it('keeps what is wrong in the draft, and says where', async () => {
  await using shop = await openEditingShop()
  const { seen } = await shop.api.get<ShopFileView>('/settings/shop')
  const edits = [{ path: ['handoff', 'after_misses'], json: '"often"' }]
  await shop.api.call('PATCH', '/settings/shop', { edits, seen })
  const saved = await shop.api.get<ShopFileView>('/settings/shop')

  expect(saved.problems.length).toBeGreaterThan(0)
  expect(saved.problems[0]).toMatchObject({ file: 'shop.yaml' })
  expect((await shop.api.call('PATCH', '/settings/shop', { edits: [{ path: ['x'], json: '{' }], seen })).status).toBe(
    400,
  )
})
