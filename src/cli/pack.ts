import { installPack } from '../actions/knowledge/install-pack.ts'
import { getPack, listPacks } from '../actions/knowledge/list-packs.ts'
import { foundShop, makePack, type NewShop, openPackDesk, type PackDesk } from '../app/pack-desk.ts'
import type { Config } from '../config/config.ts'
import { AppError } from '../domain/errors.ts'
import { type Locale, textIn } from '../domain/localized-text.ts'
import { changes, type PackFilePlan, type PackStanding, type PackState } from '../domain/pack.ts'
import { ToldError } from '../domain/told-error.ts'
import { pick } from './words.ts'

const STATES: Readonly<Record<PackState, readonly [zh: string, en: string]>> = {
  same: ['一致', 'same'],
  added: ['新增', 'added'],
  taken: ['换成新版', 'taken'],
  removed: ['删除', 'removed'],
  merged: ['合并两边的改动', 'merged'],
  conflict: ['有冲突，两版都留在文件里', 'conflict, both stand in it'],
  kept: ['保留店里的', 'the shop’s own stays'],
}

/** Prints the packs that the shop has or could have. */
export function listCommand(config: Config, locale: Locale): Promise<number> {
  return withDesk(config, async ({ deps, keeper }) => {
    for (const one of await listPacks(deps, keeper)) console.log(toLine(one, locale))
    return 0
  })
}

function toLine({ installed, available, newer, plan }: PackStanding, locale: Locale): string {
  const pack = available ?? installed
  const overridden = plan.filter((one) => one.overridden).length
  return [
    `${pack?.id}  ${textIn(pack?.title ?? '', locale, 'zh')}`,
    installed
      ? pick(locale, `已装 ${installed.version}`, `has ${installed.version}`)
      : pick(locale, '未装', 'not taken in'),
    ...(available && newer ? [pick(locale, `可装 ${available.version}`, `${available.version} is there`)] : []),
    ...(overridden > 0 ? [pick(locale, `改过 ${overridden} 个文件`, `${overridden} files changed by the shop`)] : []),
  ].join('  ·  ')
}

/** Prints what taking in the newest version would change, and changes nothing. */
export function diffCommand(config: Config, id: string, locale: Locale): Promise<number> {
  return withDesk(config, async ({ deps, keeper }) => {
    const { plan, newer } = await getPack(deps, keeper, id).catch(tell(id))
    const shown = newer ? plan.filter((one) => changes(one) || one.overridden) : plan.filter((one) => one.overridden)
    for (const one of shown) console.log(toPlanLine(one, locale))
    if (shown.length === 0) console.log(pick(locale, '✓ 没有要改的', '✓ Nothing to change'))
    return 0
  })
}

function toPlanLine({ path, state }: PackFilePlan, locale: Locale): string {
  return `${state === 'conflict' ? '!' : ' '} ${path}  ${pick(locale, ...STATES[state])}`
}

/** Takes the newest version into the draft; `upgrade` refuses a pack that the shop does not have. */
export function installCommand(
  config: Config,
  request: { id: string; upgrade: boolean },
  locale: Locale,
): Promise<number> {
  return withDesk(config, async ({ deps, keeper }) => {
    const { id } = request
    if (request.upgrade && !(await deps.storage.packs.find(id))) {
      throw new ToldError({
        zh: `店里没有装「${id}」。第一次用 xiaoer pack install ${id}。`,
        en: `The shop does not have "${id}". The first time it is xiaoer pack install ${id}.`,
      })
    }
    const { plan, available } = await installPack(deps, keeper, id).catch(tell(id))
    const changed = plan.filter(changes)
    for (const one of changed) console.log(toPlanLine(one, locale))
    const conflicts = changed.filter(({ state }) => state === 'conflict').length
    console.log(
      pick(
        locale,
        `✓ ${id} ${available?.version} 已放进草稿，改动 ${changed.length} 个文件${conflicts > 0 ? `，其中 ${conflicts} 个有冲突，请打开改好` : ''}。检查并发布后生效：控制台「知识 › 草稿与发布」。`,
        `✓ ${id} ${available?.version} is in the draft: ${changed.length} files${conflicts > 0 ? `, ${conflicts} of them with conflicts to mend` : ''}. It serves once published: Knowledge › Draft in the console.`,
      ),
    )
    return conflicts > 0 ? 1 : 0
  })
}

/** Makes one file of a pack's description. */
export async function buildCommand(source: string, folder: string | undefined, locale: Locale): Promise<number> {
  const { pack, path } = await makePack(source, folder)
  const files = Object.keys(pack.files).length
  console.log(pick(locale, `✓ ${path}（${files} 个文件）`, `✓ ${path} (${files} files)`))
  return 0
}

/** Makes the folder of a new shop from a pack. */
export async function initCommand(
  config: Config,
  request: { readonly folder: string; readonly pack: string; readonly profile: NewShop },
  locale: Locale,
): Promise<number> {
  const { folder, profile } = request
  const pack = await foundShop(config, request)
  const told = profile.facts ?? {}
  const waiting = pack.facts.filter(({ name, usual }) => told[name] === undefined && usual === undefined)
  const usual = pack.facts.filter(({ name, usual }) => told[name] === undefined && usual !== undefined)
  const names = (facts: typeof waiting) =>
    facts.map(({ title }) => textIn(title, locale, 'zh')).join(pick(locale, '、', ', '))
  console.log(
    pick(
      locale,
      `✓ ${folder} 建好了，用的是 ${pack.id} ${pack.version}\n  请核对 shop.yaml 里这些常见做法：${names(usual)}\n  还等您填（填上之前，用到它们的话小二不会说）：${names(waiting)}\n  启动：KNOWLEDGE_DIR=${folder} DEMO=false xiaoer start`,
      `✓ ${folder} is made of ${pack.id} ${pack.version}\n  Check these usual values in shop.yaml: ${names(usual)}\n  Still to be written (until then 小二 says nothing that needs them): ${names(waiting)}\n  To start: KNOWLEDGE_DIR=${folder} DEMO=false xiaoer start`,
    ),
  )
  return 0
}

async function withDesk(config: Config, work: (desk: PackDesk) => Promise<number>): Promise<number> {
  const desk = await openPackDesk(config)
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

function tell(id: string) {
  return (error: unknown): never => {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'pack_not_found') {
      throw new ToldError({
        zh: `没有叫「${id}」的行业包。xiaoer pack list 列出现有的。`,
        en: `There is no pack "${id}". xiaoer pack list names those that there are.`,
      })
    }
    if (error.code === 'pack_current') {
      throw new ToldError({ zh: `「${id}」已经是最新版。`, en: `"${id}" is the newest already.` })
    }
    throw error
  }
}
