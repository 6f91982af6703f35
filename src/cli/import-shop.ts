import { dirname, join, resolve } from 'node:path'
import { moveToPostgres } from '../app/move-shop.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { pick } from './words.ts'

/** Moves a grown shop from SQLite to PostgreSQL, and says what came and what is left to do by hand. */
export async function importShop(
  config: Pick<Config, 'databaseUrl' | 'secret'>,
  { from, file }: { readonly from: string; readonly file: string | undefined },
  locale: Locale,
): Promise<number> {
  if (from !== 'sqlite' || file === undefined) {
    throw new Error(
      pick(locale, '用法：xiaoer import --from sqlite <文件>', 'Usage: xiaoer import --from sqlite <file>'),
    )
  }
  const path = resolve(file)
  const moved = await moveToPostgres(config, path, ({ table, rows }) => console.log(`  ${table}  ${rows}`))
  const rows = moved.reduce((sum, one) => sum + one.rows, 0)
  console.log(
    pick(
      locale,
      `已迁入 ${moved.length} 张表、${rows} 行，两边核对一致。`,
      `${rows} rows of ${moved.length} tables have come, and count the same on both sides.`,
    ),
  )
  console.log(leftToDo(dirname(path), config.secret === undefined, locale))
  return 0
}

function leftToDo(folder: string, noSecret: boolean, locale: Locale): string {
  const uploads = join(folder, 'uploads')
  const lines = [
    pick(
      locale,
      `图片和文件不在数据库里：请把 ${uploads} 拷到新的 DATA_DIR。`,
      `Pictures and files are not in the database: copy ${uploads} into the new DATA_DIR.`,
    ),
    pick(locale, '搜索索引会在服务启动后自动重建。', 'The search index is read anew by the running server.'),
  ]
  if (noSecret) {
    lines.push(
      pick(
        locale,
        `老访客凭 ${join(folder, 'secret')} 里的密钥认出：请把它的内容设为 XIAOER_SECRET。`,
        `Visitors are known by the secret in ${join(folder, 'secret')}: set XIAOER_SECRET to what it holds.`,
      ),
    )
  }
  return lines.join('\n')
}
