import { expect, it } from 'vitest'
import { checkInThread } from '../../src/knowledge/check-thread.ts'
import { GOOD, openFolder } from './shop-folder.ts'

const FILE = 'faq/shipping.yaml'
const { 'media/dress.svg': _, ...FILES } = GOOD

it('finds in a thread what a scribe finds, and begins anew after it has ended', { timeout: 60_000 }, async () => {
  await using folder = await openFolder(GOOD)
  const check = checkInThread(folder.path, { idle: 10 })

  const [good, broken] = await Promise.all([check(FILES), check({ ...FILES, [FILE]: 'intents: [' })])
  expect(good).toEqual({ problems: [], warnings: [] })
  expect(broken.problems[0]?.place).toMatch(/^faq\/shipping\.yaml:1:/)

  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await check({ ...FILES, 'elsewhere/x.yaml': '' })).toMatchObject({
    warnings: [{ place: 'elsewhere/x.yaml:1:1' }],
  })
})

it('says so of files that cannot be checked in time', async () => {
  await using folder = await openFolder(GOOD)
  const check = checkInThread(folder.path, { longest: 1 })

  const { problems } = await check(FILES)

  expect(problems[0]?.cause).toMatchObject({ en: 'to read these files takes too long, or too much memory' })
})
