import { backUpData, restoreData } from '../app/backups.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { pick } from './words.ts'

/** Backs up the data folder, also while the server runs. */
export async function backup(config: Config, folder: string | undefined, locale: Locale): Promise<number> {
  const { path, manifest } = await backUpData(config, folder)
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  const megabytes = (bytes / 1024 ** 2).toFixed(1)
  const { messages = 0, conversations = 0 } = manifest.rows
  const uploads = manifest.files.filter((file) => file.path.startsWith('uploads/')).length
  console.log(
    pick(
      locale,
      `✓ ${path}\n  ${conversations} 个会话，${messages} 条消息，${uploads} 个上传的文件，共 ${megabytes} MB；完整性检查通过。\n  里面有客户资料和密钥，请妥善保管。恢复：xiaoer restore ${path}`,
      `✓ ${path}\n  ${conversations} conversations, ${messages} messages, ${uploads} uploaded files, ${megabytes} MB; the integrity check passed.\n  It holds customers' data and secrets: keep it safe. To restore: xiaoer restore ${path}`,
    ),
  )
  return 0
}

/** Puts a backup into the data folder. */
export async function restore(
  config: Config,
  request: { readonly backup: string; readonly force: boolean },
  locale: Locale,
): Promise<number> {
  const { manifest, aside } = await restoreData(config, request.backup, request.force)
  const { messages = 0, conversations = 0 } = manifest.rows
  const at = new Date(manifest.startedAt).toISOString()
  if (aside !== undefined)
    console.log(pick(locale, `! 原来的数据移到了 ${aside}`, `! What was there is now in ${aside}`))
  console.log(
    pick(
      locale,
      `✓ ${config.dataDir} 已恢复到 ${at}：${conversations} 个会话，${messages} 条消息；校验和完整性检查都通过。现在可以启动：xiaoer start`,
      `✓ ${config.dataDir} is as of ${at}: ${conversations} conversations, ${messages} messages; checksums and the integrity check passed. Now: xiaoer start`,
    ),
  )
  return 0
}
