import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { GOOD } from '../knowledge/shop-folder.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { type EditingShop, openEditingShop } from '../support/editing-shop.ts'
import { openAgent, openShopper, shoot } from '../support/people.ts'

/** As a careful owner writes: what the form does not hold must stay. */
const SHIPPING = `# 发货：每个大促前看一遍
intents:
  - id: shipping_time # 最常问的
    title: 发货时间
    examples: [什么时候发货, 今天拍今天能发吗, 几天能发货, 周末发货吗, how soon do you ship]
    answers:
      # 截单前
      - say: "{{ shop.cutoff }} 前付款当天发出"
        when: {clock.before: "{{ shop.cutoff }}"}
      - say: 明天发出
    next: [shipping_urge]

  - id: shipping_urge
    title: {zh: 催发货, en: Ship it faster}
    examples: [帮我催一下发货, 怎么还不发货, 快点发货, 三天了还没发, please ship it faster]
    not: [什么时候发货]
    answers:
      - {say: 马上催, priority: 1, image: /media/dress.svg, products: [linen-dress]}
    autonomy: notify
`

let browser: Browser
let shop: EditingShop
let url: string
let owner: Page

beforeAll(async () => {
  browser = await launchChromium()
  shop = await openEditingShop({ ...GOOD, 'faq/shipping.yaml': SHIPPING }, { environment: { DEMO: 'true' } })
  url = shop.api.url
  const { secret } = await createInvite(shop.app.deps, undefined, 'owner')
  owner = await openAgent(browser, `${url}/console/invite/${secret}`, '米娜')
})
afterAll(async () => {
  await browser.close()
  await shop[Symbol.asyncDispose]()
})

const onDisk = (path: string) => readFile(join(shop.folder.path, path), 'utf8')
const open = (path: string) => owner.goto(`${url}/console/knowledge${path}`)

async function checkDraft(): Promise<void> {
  await open('/draft')
  await owner.getByRole('button', { name: /^(开始检查|重新检查)$/ }).click()
  await owner.locator('.check-results').waitFor({ timeout: 60_000 })
}

it('takes an edit in the form into service, and the file keeps its comments', { timeout: 120_000 }, async () => {
  await open('')
  await owner.getByRole('textbox', { name: /搜标题/ }).fill('fahuo')
  await owner.getByRole('link', { name: '发货时间' }).click()
  await owner.getByRole('textbox', { name: /^例句: 输入或整段粘贴/ }).fill('1. 啥时候发\n2. 什么时候发货\n3. 多久发出')
  await owner.getByText('新增 2 句，1 句已有').waitFor()
  await owner.getByRole('button', { name: '添加 2 句' }).click()
  await owner.locator('.answer-card').nth(1).getByRole('textbox', { name: '中文' }).fill('明天一早发出～')
  await owner.keyboard.press('Control+KeyS')
  await owner.getByText('已存入草稿').first().waitFor()
  await owner.getByRole('status').getByText('草稿里有 1 处改动').waitFor()
  await shoot(owner, 'journey-knowledge-form')

  await checkDraft()
  await owner.getByText('没有发现变差的地方，可以发布。').waitFor()
  await shoot(owner, 'journey-knowledge-checked')
  await owner.getByLabel('说明').fill('说法更多，答得更清楚')
  await owner.getByRole('button', { name: '发布', exact: true }).click()
  await owner.getByRole('heading', { name: /第 \d+ 版/ }).waitFor()
  await owner.getByText('正在使用').waitFor()

  const expected = SHIPPING.replace('how soon do you ship]', 'how soon do you ship, 啥时候发, 多久发出]')
  expect(await onDisk('faq/shipping.yaml')).toBe(expected.replace('明天发出', '明天一早发出～'))
  expect(await shop.ask('多久发出')).toMatch(/发出/)
})

it('shows the line of broken YAML while it is typed, and its kind completes it', async () => {
  await open('/files/faq/shipping.yaml?line=4')
  const editor = owner.getByRole('textbox', { name: '编辑 faq/shipping.yaml' })
  await editor.click()
  await owner.keyboard.press('Control+End')
  await owner.keyboard.type('    nee')
  await owner.locator('.cm-tooltip-autocomplete').getByText('needs').first().waitFor()
  await owner.keyboard.press('Escape')
  await owner.keyboard.type('ds: [oops\n')

  const line = (await onDisk('faq/shipping.yaml')).trimEnd().split('\n').length + 1
  await owner.locator('.cm-lint-marker-error').first().waitFor()
  await owner
    .getByRole('button', { name: new RegExp(`faq/shipping\\.yaml:(${line}|${line + 1})`) })
    .first()
    .waitFor()
  await shoot(owner, 'journey-knowledge-broken')
  expect(await listBarriers(owner)).toEqual([])
})

it('stops a draft that makes something worse until that is wanted', { timeout: 120_000 }, async () => {
  const shopper = await openShopper(browser, { url })
  await shopper.say('什么时候发货')
  await shopper.sees(/发出/)
  await open('')
  await owner.getByRole('switch', { name: '启用「发货时间」' }).click()
  await owner.getByText('草稿里已停用「发货时间」').waitFor()

  await checkDraft()
  await owner.getByText(/有 \d+ 处比现在差/).waitFor()
  await owner.locator('.replayed').getByText('什么时候发货').waitFor()
  await shoot(owner, 'journey-knowledge-worse')
  const publish = owner.getByRole('button', { name: '发布', exact: true })
  expect(await publish.isDisabled()).toBe(true)
  expect(await listBarriers(owner)).toEqual([])

  await owner.getByRole('checkbox', { name: /仍然发布/ }).check()
  await publish.click()
  await owner.getByRole('heading', { name: /第 \d+ 版/ }).waitFor()
  expect(await onDisk('faq/shipping.yaml')).toContain('enabled: false')
})

it('rolls back to what served before', { timeout: 60_000 }, async () => {
  await open('/versions')
  await owner.locator('.publication').last().click()
  await owner.getByRole('button', { name: '回滚到这一版' }).click()
  await owner.getByRole('dialog').getByRole('textbox').fill('还是原来的好')
  await owner.getByRole('dialog').getByRole('button', { name: '回滚到这一版' }).click()
  await owner.getByText('正在使用').waitFor()
  await owner.getByText('还是原来的好').waitFor()
  await shoot(owner, 'journey-knowledge-rolled-back')

  expect(await onDisk('faq/shipping.yaml')).toBe(SHIPPING)
  expect(await shop.ask('什么时候发货')).toMatch(/发出/)
})

it('can be used on a phone', { timeout: 60_000 }, async () => {
  const link = `${url}/console/invite/${(await createInvite(shop.app.deps, undefined, 'owner')).secret}`
  const phone = await openAgent(browser, link, '小陈', { phone: true })
  const pages = {
    '': '.intent-table td',
    '/intents/shipping_time': '.answer-card',
    '/files/faq/shipping.yaml': '.cm-line',
  }
  for (const [path, shows] of Object.entries({ ...pages, '/draft': 'h1', '/versions': '.publication' })) {
    await phone.goto(`${url}/console/knowledge${path}`)
    await phone.locator(`.page ${shows}`).first().waitFor()
    await shoot(phone, `journey-knowledge-phone${path.replaceAll('/', '-')}`)

    expect(await listBarriers(phone)).toEqual([])
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
  }
})
