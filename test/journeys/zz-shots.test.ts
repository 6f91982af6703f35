import { it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { fillDesk } from '../support/busy-desk.ts'
import { launchChromium } from '../support/chromium.ts'
import { startDemoServer } from '../support/demo-server.ts'

it('x', { timeout: 200_000 }, async () => {
  const browser = await launchChromium()
  const server = await startDemoServer()
  const busy = await fillDesk(server)
  const { secret } = await openSession(server.deps, busy.mina)
  for (const [loc, w, h, scheme] of [
    ['zh-CN', 1280, 800, 'light'],
    ['en-US', 1280, 800, 'dark'],
    ['zh-CN', 390, 844, 'light'],
    ['en-US', 390, 844, 'light'],
  ] as const) {
    const context = await browser.newContext({
      locale: loc,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      colorScheme: scheme,
      viewport: { width: w, height: h },
    })
    await context.addCookies([{ name: 'xiaoer_session', value: secret, url: server.url }])
    const page = await context.newPage()
    page.on('console', (m) => m.type() === 'error' && console.log(m.text()))
    await page.goto(`${server.url}/console/knowledge/try`)
    await page.locator('.try-log').waitFor()
    await page.screenshot({ path: `/tmp/t-${loc}-${w}-0.png` })
    for (const words of loc === 'zh-CN'
      ? ['今天拍今天能发吗', '亚麻衬衫连衣裙有没有黑色 165cm 52kg 穿多大', '我要退货']
      : ['how soon do you ship', 'I want to return it']) {
      await page.locator('.try-words textarea').fill(words)
      await page.keyboard.press('Enter')
      await page.locator('.try-said.waiting').waitFor({ state: 'detached' })
      await page.waitForTimeout(1500)
    }
    await page.screenshot({ path: `/tmp/t-${loc}-${w}-1.png`, fullPage: false })
    await page.locator('.try-said').first().click()
    await page.screenshot({ path: `/tmp/t-${loc}-${w}-2.png`, fullPage: true })
    await page.goto(`${server.url}/console/knowledge/try?view=batch`)
    await page
      .locator('.try-batch textarea')
      .fill(
        '今天拍今天能发吗\tshipping_time\n怎么退货\tshipping_time\n推荐个餐馆\tnone\n包邮吗\tshipping_fee\n想退了\treturn_apply\n多少钱\tproduct_price\n我的快递呢\tlogistics_track',
      )
    await page.locator('.try-batch .ant-btn-primary').click()
    await page.locator('.try-result').waitFor()
    await page.waitForTimeout(500)
    await page.screenshot({ path: `/tmp/t-${loc}-${w}-3.png`, fullPage: true })
    await context.close()
  }
  await browser.close()
  await server[Symbol.asyncDispose]()
})
