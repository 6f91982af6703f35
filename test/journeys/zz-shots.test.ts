import { it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { launchChromium } from '../support/chromium.ts'
import { startDemoServer } from '../support/demo-server.ts'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { openAgent } from '../support/people.ts'
it('x', { timeout: 200_000 }, async () => {
  const browser = await launchChromium()
  const server = await startDemoServer()
  const { secret: invite } = await createInvite(server.deps, undefined, 'owner')
  await openAgent(browser, `${server.url}/console/invite/${invite}`, '店主')
  const owner = server.deps.roster.list().find((a) => a.name === '店主')!
  const { secret } = await openSession(server.deps, owner)
  for (const [loc, w, h, scheme] of [['zh-CN', 1280, 800, 'light'], ['en-US', 390, 844, 'dark'], ['zh-CN', 390, 844, 'light']] as const) {
    const context = await browser.newContext({ locale: loc, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', colorScheme: scheme, viewport: { width: w, height: h } })
    await context.addCookies([{ name: 'xiaoer_session', value: secret, url: server.url }])
    const page = await context.newPage()
    page.on('console', (m) => m.type() === 'error' && console.log(loc, w, m.text().slice(0, 300)))
    await page.goto(`${server.url}/console/knowledge/packs`)
    await page.locator('.pack-head').first().waitFor()
    if (w === 1280) { await page.locator('.pack-head button').click(); await page.waitForTimeout(600); await page.screenshot({ path: `/tmp/tp-confirm.png` }); await page.locator('.ant-modal-confirm-btns .ant-btn-primary').click(); await page.waitForTimeout(2500) }
    await page.screenshot({ path: `/tmp/tp-${loc}-${w}.png`, fullPage: true })
    await page.goto(`${server.url}/console/knowledge/try`)
    await page.locator('.try-log').waitFor()
    console.log('before shot', loc, w)
    await page.locator('.try-words textarea').fill('我的快递到哪了')
    await page.keyboard.press('Enter')
    await page.locator('.try-reply').first().waitFor()
    console.log('said', loc, w)
    await page.screenshot({ path: `/tmp/tp-try-${loc}-${w}.png`, fullPage: true })
    await context.close()
  }
  await browser.close()
  await server[Symbol.asyncDispose]()
})
