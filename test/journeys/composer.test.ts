import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openAgent, openShopper, type Shopper, shoot } from '../support/people.ts'

let browser: Browser
let server: DemoServer
let owner: Page
let shopper: Shopper

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
  const { secret } = await createInvite(server.deps, undefined, 'owner')
  owner = await openAgent(browser, `${server.url}/console/invite/${secret}`, '米娜')
  shopper = await openShopper(browser, server)
  await shopper.say('转人工')
  await owner.getByRole('tab', { name: /排队中/ }).click()
  await owner.getByRole('button', { name: '接入', exact: true }).first().click()
  await boxOf(owner).waitFor()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

function boxOf(desk: Page) {
  return desk.getByRole('textbox', { name: /输入回复/ })
}

function sendOf(desk: Page) {
  return desk.getByRole('button', { name: /发送$/ })
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Pictures and documents as the clipboard or another window hands them over. */
function filesIn(desk: Page, names: readonly string[]) {
  const fill = `(names) => {
    const transfer = new DataTransfer()
    for (const name of names) {
      const picture = name.endsWith('.png')
      const content = picture ? Uint8Array.from(atob('${PNG}'), (c) => c.charCodeAt(0)) : '%PDF-1.7 使用说明'
      const type = picture ? 'image/png' : 'application/octet-stream'
      transfer.items.add(new File([name.endsWith('.exe') ? 'MZ' : content], name, { type }))
    }
    return transfer
  }`
  return desk.evaluateHandle(`(${fill})(${JSON.stringify(names)})`)
}

interface Browserly {
  readonly ClipboardEvent: new (type: string, init: object) => unknown
}

async function paste(desk: Page, names: readonly string[]): Promise<void> {
  await boxOf(desk).evaluate(
    (box: { dispatchEvent(event: unknown): void }, clipboardData: unknown) => {
      const { ClipboardEvent } = globalThis as unknown as Browserly
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    await filesIn(desk, names),
  )
}

it('finds a canned reply by its initials, and lets it be changed before it goes', async () => {
  await boxOf(owner).fill('/tkgz')
  await owner.getByRole('option', { name: /退款规则/ }).waitFor()
  await boxOf(owner).press('Enter')
  await expect.poll(() => boxOf(owner).inputValue()).toContain('7 天内')
  await boxOf(owner).press('End')
  await boxOf(owner).pressSequentially('您放心')
  await boxOf(owner).press('Enter')

  await shopper.sees(/7 天内.*您放心/)
})

it('sends a size chart with its words, once what is missing has been filled in', async () => {
  await boxOf(owner).fill('/chima')
  await owner.getByRole('option', { name: /尺码表/ }).waitFor()
  await boxOf(owner).press('Enter')
  const gap = owner.getByRole('textbox', { name: '填写商品名' })
  await gap.waitFor()
  await shoot(owner, 'journey-composer-canned')
  const barriers = await listBarriers(owner, '.composer')
  await gap.fill('亚麻连衣裙')
  await gap.press('Enter')

  await shopper.sees('告诉我身高、体重和平时穿的码，我帮您看「亚麻连衣裙」选哪个码合适。')
  await shopper.log.locator('img[src*="size-guide"]').waitFor()
  expect(barriers).toEqual([])
})

it('sends a gap to nobody', async () => {
  await boxOf(owner).fill('/wl')
  await owner.getByRole('option', { name: /物流进度/ }).waitFor()
  await boxOf(owner).press('Enter')
  await owner.getByText(/^待填：客户称呼、订单号/).waitFor()

  expect(await sendOf(owner).isDisabled()).toBe(true)
  await boxOf(owner).fill('')
})

it('shows a draft in a second browser of the same agent, and takes it away once it is sent', async () => {
  const second = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await second.context().addCookies(await owner.context().cookies())
  await second.goto(`${server.url}/console/`)
  await second.locator('.row-open').first().waitFor()
  await boxOf(owner).fill('我查到了，您的包裹')

  await second.getByText('[草稿]').waitFor()
  await shoot(second, 'journey-composer-draft-row')
  await second.locator('.row-open').first().click()
  await expect.poll(() => boxOf(second).inputValue()).toBe('我查到了，您的包裹')
  await boxOf(second).press('End')
  await boxOf(second).pressSequentially('明天到')
  await expect.poll(() => boxOf(owner).inputValue()).toBe('我查到了，您的包裹明天到')
  await boxOf(owner).press('Enter')
  await shopper.sees('我查到了，您的包裹明天到')
  await expect.poll(() => boxOf(second).inputValue()).toBe('')
  await second.context().close()
})

it('takes a pasted picture and dropped files, each to be looked at first', async () => {
  await paste(owner, ['吊牌.png'])
  await owner.getByRole('button', { name: '去掉 吊牌.png' }).waitFor()
  const dropped = await filesIn(owner, ['使用说明.pdf', '安装.exe'])
  await owner.dispatchEvent('.thread-pane', 'dragenter', { dataTransfer: dropped })
  await owner.getByText('松开鼠标').waitFor()
  await owner.dispatchEvent('.thread-pane', 'drop', { dataTransfer: dropped })
  await owner.getByText('松开鼠标').waitFor({ state: 'detached' })
  await owner
    .getByRole('button', { name: '重新上传 安装.exe' })
    .or(owner.getByRole('button', { name: '去掉 安装.exe' }))
    .first()
    .waitFor()
  await shoot(owner, 'journey-composer-tray')
  await owner.getByRole('button', { name: '去掉 安装.exe' }).click()
  await boxOf(owner).fill('说明书发您')
  await sendOf(owner).and(owner.locator(':enabled')).click()

  await shopper.sees('说明书发您')
  await shopper.log.getByRole('link', { name: /使用说明.pdf/ }).waitFor()
  await shoot(shopper.page, 'journey-composer-shopper')
})

it('brings a file of the shopper to the desk', async () => {
  const chosen = { name: '发票抬头.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }
  await shopper.page.locator('input[type=file]').setInputFiles(chosen)

  await owner.getByRole('log').getByRole('link', { name: '保存文件 发票抬头.pdf' }).waitFor()
})

it('names forbidden words while they are typed, and asks once where the owner only warns', async () => {
  await boxOf(owner).fill('这是全网最低价')
  await owner.getByText('不能发送').waitFor()
  const blocked = await sendOf(owner).isDisabled()
  await boxOf(owner).fill('今天下单一定到货')
  await owner.getByText('请再想一想').waitFor()
  await boxOf(owner).press('Enter')
  await owner.getByRole('button', { name: '仍然发送' }).waitFor()
  await shoot(owner, 'journey-composer-words')
  const before = await shopper.log.getByText('一定到货').count()
  await owner.getByRole('button', { name: '仍然发送' }).click()

  await shopper.sees('今天下单一定到货')
  expect([blocked, before]).toEqual([true, 0])
})

it('sends by Ctrl+Enter in the browser that was told so', async () => {
  await owner.getByRole('button', { name: '发送方式' }).click()
  await owner.getByRole('menuitem', { name: /Ctrl\+Enter 发送/ }).click()
  await owner.reload()
  await boxOf(owner).fill('第一行')
  await boxOf(owner).press('Enter')
  await boxOf(owner).pressSequentially('第二行')
  const typed = await boxOf(owner).inputValue()
  await boxOf(owner).press('Control+Enter')

  await shopper.sees(/第一行\s*第二行/)
  expect(typed).toBe('第一行\n第二行')
})

it('keeps what was written as a canned reply, and gives a deleted one back', async () => {
  await boxOf(owner).fill('这款正在补货，到了我第一时间告诉您')
  await owner.getByRole('button', { name: '存为快捷短语' }).click()
  await owner.getByLabel('标题').fill('补货中')
  await owner.getByLabel('短码').fill('bh')
  await owner
    .getByRole('button', { name: '保 存' })
    .or(owner.getByRole('button', { name: '保存', exact: true }))
    .click()
  await owner.getByText('已存好，输入 /bh 就能用').waitFor()
  await owner.goto(`${server.url}/console/settings/canned`)
  await owner.getByRole('button', { name: '删除 补货中' }).click()
  await owner.getByRole('button', { name: '撤销' }).click()
  await owner.getByText('已恢复').waitFor()
  await owner.getByRole('button', { name: '编辑 补货中' }).waitFor()
  await owner.getByRole('textbox', { name: /搜索标题/ }).fill('buhuo')

  expect(await owner.locator('.canned-row').count()).toBe(1)
  expect(await listBarriers(owner)).toEqual([])
  await shoot(owner, 'journey-composer-settings')
})
