import { createHmac } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openShopper, shoot } from '../support/people.ts'
import { startReceiver } from '../support/receiver.ts'
import { startServer } from '../support/server-process.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** As a receiver checks it. */
function isSigned(header: string, body: string, secret: string): boolean {
  const t = /t=(\d+)/.exec(header)?.[1] ?? ''
  return header.includes(`v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`)
}

it('tells another system, signed, and goes on with what was due after the server was killed', async () => {
  await using receiver = await startReceiver()
  await using server = await startServer({ environment: { WEBHOOK_ALLOW_HOSTS: '127.0.0.1' } })
  const owner = await openAgent(browser, server.ownerLink, '店主')
  await owner.goto(`${server.url}/console/settings/webhooks`)
  await owner.getByRole('button', { name: '新建 Webhook' }).click()
  const dialog = owner.getByRole('dialog')
  await dialog.getByLabel('名称').fill('ERP')
  await dialog.getByLabel('接收地址').fill(receiver.url)
  await dialog.getByRole('button', { name: '新建 Webhook' }).click()
  const secret = (await owner.getByText(/^whsec_/).textContent()) ?? ''
  await owner.getByRole('button', { name: '我已保存' }).click()
  await owner.getByRole('button', { name: '发送测试' }).click()
  await owner.getByText('测试已送达，对方回答 200').waitFor()

  // Nobody takes what comes now; then the server dies with it.
  receiver.answer(500, 'down')
  const shopper = await openShopper(browser, server)
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)
  const tried = () => receiver.received.filter(({ body }) => body.includes('今天拍今天能发吗'))
  await expect.poll(() => tried().length, { timeout: 30_000 }).toBeGreaterThan(0)
  await server.kill()
  receiver.answer(200)
  await server.restart()

  await expect.poll(() => tried().length, { timeout: 60_000 }).toBeGreaterThan(1)
  const [first, ...again] = tried()
  expect(again.at(-1)?.headers['x-xiaoer-delivery']).toBe(first?.headers['x-xiaoer-delivery'])
  for (const { headers, body } of receiver.received) {
    expect(isSigned(String(headers['x-xiaoer-signature']), body, secret)).toBe(true)
  }

  await owner.goto(`${server.url}/console/settings/webhooks`)
  await owner.getByRole('button', { name: '投递记录' }).click()
  await owner.getByText('已送达').nth(1).waitFor()
  await owner.getByRole('button', { name: '查看内容' }).first().click()
  await owner.getByText('发出的内容').waitFor()
  await shoot(owner, 'journey-webhooks')
  await owner.goto(`${server.url}/console/settings/audit`)
  await owner.getByText('新建了 Webhook').waitFor()
}, 180_000)

it('lets another system in with a key of the console, until it is revoked', async () => {
  await using server = await startServer()
  const owner = await openAgent(browser, server.ownerLink, '店主')
  await owner.goto(`${server.url}/console/settings/apiKeys`)
  await owner.getByRole('button', { name: '新建密钥' }).click()
  await owner.getByLabel('用在哪里').fill('ERP')
  await owner.getByRole('button', { name: '生成密钥' }).click()
  const key = (await owner.getByText(/^xk_\S{20,}/).textContent()) ?? ''
  await owner.getByRole('button', { name: '我已保存' }).click()
  const push = () =>
    fetch(`${server.url}/api/v1/customers/u-7`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: '林晓' }),
    })
  expect((await push()).status).toBe(200)

  await owner.getByRole('button', { name: /吊\s*销/ }).click()
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: /吊\s*销/ })
    .click()
  await owner.getByText(/已吊销/).waitFor()

  expect((await push()).status).toBe(401)
}, 120_000)
