import { connect } from 'node:net'
import type { Config } from '../../config/config.ts'
import { toProblemLine } from '../../domain/knowledge.ts'
import { backupTime, listBackups } from '../../storage/backup/make-backup.ts'
import { checkKnowledge } from '../check-knowledge.ts'
import { type Finding, good, mind, wrong } from './finding.ts'

const SHOWN = 3
const ASKED_MILLISECONDS = 2000
const HOUR = 3_600_000

export async function checkContent({ knowledgeDir }: Config): Promise<Finding> {
  const { knowledge, problems, warnings } = await checkKnowledge(knowledgeDir)
  if (!knowledge) {
    const lines = (locale: 'zh' | 'en') =>
      problems
        .slice(0, SHOWN)
        .map((one) => `\n    ${toProblemLine(one, locale)}`)
        .join('')
    return wrong(
      'knowledge',
      [
        `知识有 ${problems.length} 处错误：${lines('zh')}`,
        `The knowledge has ${problems.length} mistakes:${lines('en')}`,
      ],
      ['改好后用 xiaoer check 再看一遍', 'Mend them, then look again with xiaoer check'],
    )
  }
  const { size } = knowledge.intents
  if (warnings.length > 0) {
    return mind(
      'knowledge',
      [
        `知识能用（${size} 个意图），有 ${warnings.length} 条提醒`,
        `The knowledge loads (${size} intents), with ${warnings.length} warnings`,
      ],
      ['逐条查看：xiaoer check', 'See them with xiaoer check'],
    )
  }
  return good('knowledge', `知识能用：${size} 个意图`, `The knowledge loads: ${size} intents`)
}

/** The port is free, 小二's already, or somebody else's. */
export async function checkPort({ host, port }: Config): Promise<Finding> {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  if (port === 0) return good('port', '端口由系统选择', 'The system chooses the port')
  if (!(await isTaken(address, port))) return good('port', `端口 ${port} 空闲`, `Port ${port} is free`)

  const health = await askHealth(`http://${address.includes(':') ? `[${address}]` : address}:${port}/health`)
  if (health === 'ok')
    return good('port', `端口 ${port} 上小二在运行，一切正常`, `小二 serves on port ${port}, and is well`)
  if (health !== undefined) {
    return wrong(
      'port',
      [`端口 ${port} 上的小二状态是 ${health}`, `The 小二 on port ${port} says: ${health}`],
      [
        `看 http://${address}:${port}/health 里 ok 为 false 的一项`,
        `See which check of http://${address}:${port}/health is not ok`,
      ],
    )
  }
  return wrong(
    'port',
    [`端口 ${port} 被别的程序占用`, `Port ${port} is taken by another program`],
    ['停掉它，或换一个：PORT=3001', 'Stop it, or choose another: PORT=3001'],
  )
}

export async function checkBackups({ backup, databaseUrl, demo }: Config): Promise<Finding[]> {
  if (databaseUrl !== undefined || (!backup && demo)) return []
  if (!backup) {
    return [
      mind(
        'backups',
        ['没有自动备份', 'No backups are made'],
        ['设置 BACKUP_DIR，最好在另一块磁盘上', 'Set BACKUP_DIR, better on another disk'],
      ),
    ]
  }
  const newest = (await listBackups(backup.folder)).at(-1)
  const age = newest === undefined ? undefined : Date.now() - backupTime(newest)
  if (age !== undefined && age < 2 * backup.everyMilliseconds) {
    const hours = Math.round(age / HOUR)
    return [good('backups', `最近的备份在 ${hours} 小时前`, `The newest backup is ${hours} hours old`)]
  }
  return [
    mind(
      'backups',
      newest === undefined
        ? [`${backup.folder} 里还没有备份`, `${backup.folder} holds no backup yet`]
        : [`最近的备份 ${newest} 太旧了`, `The newest backup, ${newest}, is old`],
      [
        '服务在运行吗？在日志里找 “a backup failed”，或现在做一个：xiaoer backup',
        'Does the server run? Look for "a backup failed" in its log, or make one now: xiaoer backup',
      ],
    ),
  ]
}

export function checkAddress({ publicUrl, demo, allowedOrigins }: Config): Finding[] {
  const { protocol, hostname } = new URL(publicUrl)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const findings: Finding[] = []
  if (protocol === 'http:' && !local) {
    findings.push(
      mind(
        'address',
        [
          `${publicUrl} 没有加密，密码和聊天内容在路上看得见`,
          `${publicUrl} is not encrypted: passwords and messages can be read on their way`,
        ],
        [
          '用带证书的反向代理，PUBLIC_URL 写 https://',
          'Put a proxy with a certificate before it, and write https:// into PUBLIC_URL',
        ],
      ),
    )
  }
  if (!demo && allowedOrigins === undefined) {
    findings.push(
      mind(
        'address',
        ['任何网站都能嵌入聊天窗', 'Any page may open the widget'],
        ['ALLOWED_ORIGINS 写上店铺自己的地址', "Name the shop's own origins in ALLOWED_ORIGINS"],
      ),
    )
  }
  return findings.length > 0 ? findings : [good('address', `对外地址 ${publicUrl}`, `Reached at ${publicUrl}`)]
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ASKED_MILLISECONDS })
    const settle = (taken: boolean) => {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(true))
  })
}

/** What 小二 there says of itself; undefined where somebody else is there. */
async function askHealth(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ASKED_MILLISECONDS) })
    const { status, checks } = (await response.json()) as { status?: unknown; checks?: unknown }
    return typeof status === 'string' && typeof checks === 'object' ? status : undefined
  } catch {
    return undefined
  }
}
