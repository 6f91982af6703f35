import { expect, it } from 'vitest'
import { createUploadMarkers } from '../../src/storage/upload-markers.ts'
import { openFolder } from '../knowledge/shop-folder.ts'

it('sees the mark of another node in the same folder, until it is removed, and in no other folder', async () => {
  await using shared = await openFolder({})
  await using other = await openFolder({})
  await createUploadMarkers(shared.path).leave('a')
  const here = createUploadMarkers(shared.path)

  expect(await here.sees('a')).toBe(true)
  expect(await here.sees('b')).toBe(false)
  expect(await createUploadMarkers(other.path).sees('a')).toBe(false)

  await here.remove('a')
  await here.remove('a')
  expect(await here.sees('a')).toBe(false)
})
