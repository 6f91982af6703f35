import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openShopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

it('goes on serving while a file is broken, says where, and takes up the mended one', async () => {
  const owner = await openAgent(browser, server.ownerLink, '店主')
  await owner.goto(`${server.url}/console/settings/knowledge`)
  const shopper = await openShopper(browser, server)
  const file = join(server.knowledgeDir, 'faq/shipping.yaml')
  const good = await readFile(file, 'utf8')
  const brokenLine = good.trimEnd().split('\n').length + 1

  await appendFile(file, '  - id: [oops\n')
  await owner
    .getByText(new RegExp(`faq/shipping\\.yaml:${brokenLine}|faq/shipping\\.yaml:${brokenLine + 1}`))
    .first()
    .waitFor()
  await shoot(owner, 'journey-5-broken')
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)

  await writeFile(file, good.replaceAll('{{ shop.cutoff }}', '下午四点'))
  await owner.getByText('正在使用的就是文件里的最新内容').waitFor()
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/下午四点/)

  await shoot(owner, 'journey-5-mended')
  expect(server.log()).toContain('the old goes on')
})

it('stops gracefully when it is told to', async () => {
  await using own = await startServer()
  const shopper = await openShopper(browser, own)
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)

  expect(await own.stop()).toBe(0)
  expect(own.log()).not.toContain('"level":50')
})
