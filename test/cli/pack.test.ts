import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStorage } from '../../src/app/open-storage.ts'
import { buildCommand, diffCommand, initCommand, installCommand, listCommand } from '../../src/cli/pack.ts'
import { loadConfig } from '../../src/config/config.ts'
import { ToldError } from '../../src/domain/told-error.ts'

const said: string[] = []
let place: string

beforeEach(async () => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
  place = await mkdtemp(join(tmpdir(), 'xiaoer-pack-cli-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(place, { recursive: true, force: true })
})

const config = () =>
  loadConfig({ DATA_DIR: join(place, 'data'), KNOWLEDGE_DIR: join(place, 'shop'), DEMO: 'false', LOG_LEVEL: 'silent' })

/** A description of a pack, and the one file that it takes in. */
async function describePack(version: string, say: string): Promise<string> {
  const path = join(place, 'tea.yaml')
  await writeFile(
    path,
    [
      'id: tea-zh',
      `version: ${version}`,
      'title: {zh: 茶叶店, en: Tea}',
      'description: 冲泡',
      'language: zh',
      'licence: MIT',
      'from: tea',
      'files: [faq]',
      'quick_replies: [brewing]',
      'facts: [{name: phone, title: {zh: 电话, en: Phone}}, {name: minutes, title: {zh: 分钟, en: Minutes}, usual: "3"}]',
    ].join('\n'),
  )
  await mkdir(join(place, 'tea', 'faq'), { recursive: true })
  await writeFile(
    join(place, 'tea', 'faq', 'tea.yaml'),
    `intents:\n  - id: brewing\n    title: 冲泡\n    examples: [怎么泡, 泡多久, 水温多少]\n    answers: [{say: "${say} {{ shop.minutes }} 分钟"}]\n  - id: keeping\n    title: 存放\n    examples: [怎么放, 放多久, 要冷藏吗]\n    answers: [{say: 阴凉处}]\n`,
  )
  return path
}

const build = async (version: string, say: string) =>
  buildCommand(await describePack(version, say), join(place, 'data', 'packs'), 'zh')

it('makes a new shop of a pack, and upgrades it around what the owner has changed', async () => {
  await build('1.0.0', '泡')
  const profile = { name: '山茶小店', facts: { phone: '021-5566' } }
  await initCommand(config(), { folder: join(place, 'shop'), pack: 'tea-zh', profile }, 'zh')
  const file = join(place, 'shop', 'faq', 'tea.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace('阴凉处', '请冷藏'))
  await build('1.1.0', '焖泡')
  said.length = 0

  const codes = [
    await listCommand(config(), 'zh'),
    await diffCommand(config(), 'tea-zh', 'zh'),
    await installCommand(config(), { id: 'tea-zh', upgrade: true }, 'zh'),
  ]

  expect(codes).toEqual([0, 0, 0])
  expect(said.join('\n')).toMatch(
    /tea-zh.*已装 1\.0\.0.*可装 1\.1\.0.*改过 1 个文件\n.*faq\/tea\.yaml {2}合并两边的改动\n[\s\S]*✓ tea-zh 1\.1\.0 已放进草稿，改动 1 个文件/,
  )
  expect(await readFile(join(place, 'shop', 'shop.yaml'), 'utf8')).toMatch(/phone: "021-5566"[\s\S]*minutes: "3"/)
  const { storage } = await openStorage(config(), { shared: true })
  const [draft] = await storage.knowledgeDraft.list()
  await storage.close()
  expect(draft?.text).toMatch(/焖泡[\s\S]*请冷藏/)
  // The folder is as the owner left it until the draft is published.
  expect(await readFile(file, 'utf8')).toMatch(/"泡 [\s\S]*请冷藏/)
})

it('says what is wrong in the owner’s language', async () => {
  await build('1.0.0', '泡')
  const wrong = async (work: Promise<number>) => {
    const error = await work.catch((thrown: unknown) => thrown)
    return error instanceof ToldError ? error.words.zh : String(error)
  }
  const init = { folder: join(place, 'shop'), profile: { name: '店' } }

  expect(await wrong(initCommand(config(), { ...init, pack: 'nope' }, 'zh'))).toMatch(/没有叫「nope」的行业包.*tea-zh/)
  await initCommand(config(), { ...init, pack: 'tea-zh' }, 'zh')
  expect(await wrong(initCommand(config(), { ...init, pack: 'tea-zh' }, 'zh'))).toMatch(/不是空的/)
  expect(await wrong(installCommand(config(), { id: 'tea-zh', upgrade: true }, 'zh'))).toMatch(/已经是最新版/)
  expect(await wrong(installCommand(config(), { id: 'retail', upgrade: true }, 'zh'))).toMatch(/没有装「retail」/)
  expect(await wrong(diffCommand(config(), 'retail', 'zh'))).toMatch(/pack list/)
  await writeFile(join(place, 'tea.yaml'), 'id: Tea\n')
  expect(await wrong(buildCommand(join(place, 'tea.yaml'), place, 'zh'))).toMatch(/tea\.yaml 用不了：「id」不对/)
})
