import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cleanPicture } from '../../src/domain/pictures/clean-picture.ts'
import { launchChromium } from '../support/chromium.ts'
import { laden, PICTURES } from '../support/pictures.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const MIMES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' } as const

/** Size and pixels as a browser shows them. */
async function shown(bytes: Uint8Array, mime: string): Promise<readonly number[]> {
  const page = await browser.newPage()
  const data = `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`
  const pixels = await page.evaluate(`(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(data)}
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    return [canvas.width, canvas.height, ...context.getImageData(0, 0, canvas.width, canvas.height).data]
  })()`)
  await page.close()
  return pixels as number[]
}

it.each([
  ['jpg', 1],
  ['jpg', 6],
  ['jpg', 3],
  ['png', 1],
  ['webp', 1],
  ['gif', 1],
] as const)('shows a cleaned %s (which side is up: %i) as it was, to the pixel', async (kind, orientation) => {
  const bytes = laden(kind, orientation)
  const before = await shown(bytes, MIMES[kind])
  const after = await shown(cleanPicture(bytes, kind)?.bytes ?? PICTURES.png, MIMES[kind])

  expect(before.slice(0, 2)).toEqual(orientation === 6 ? [6, 8] : [8, 6])
  expect(new Set(before).size).toBeGreaterThan(2)
  expect(after).toEqual(before)
})
