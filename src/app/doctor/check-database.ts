import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import { examinePostgres } from '../../storage/doctor/examine-postgres.ts'
import { type Examined, examineSqlite, isServed } from '../../storage/doctor/examine-sqlite.ts'
import type { Irregularity, IrregularityName } from '../../storage/doctor/irregularities.ts'
import { checkUploads } from './check-uploads.ts'
import { type Finding, good, mind, wrong } from './finding.ts'

export async function checkDatabase(config: Config): Promise<Finding[]> {
  const file = join(config.dataDir, 'xiaoer.db')
  const place = config.databaseUrl === undefined ? file : 'PostgreSQL'
  if (config.databaseUrl === undefined && !existsSync(file)) {
    return [good('database', `还没有数据库，启动时会建：${file}`, `There is no database yet; the start makes ${file}`)]
  }
  try {
    const now = Date.now()
    const examined = await (config.databaseUrl === undefined
      ? examineSqlite(file, now)
      : examinePostgres(config.databaseUrl, now))
    const uploads = examined.uploads ? await checkUploads(join(config.dataDir, 'uploads'), examined.uploads) : []
    return [...toFindings(examined, place), ...uploads]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      wrong(
        'database',
        [`${place} 打不开：${why}`, `${place} cannot be opened: ${why}`],
        config.databaseUrl === undefined
          ? [
              '检查权限；文件损坏就从备份恢复：xiaoer restore',
              'Check its permissions; if it is damaged restore a backup: xiaoer restore',
            ]
          : [
              '检查 DATABASE_URL、密码和网络；数据库在运行吗',
              'Check DATABASE_URL, the password and the network; is it running?',
            ],
      ),
    ]
  }
}

/** Whether a server runs on the SQLite file. */
export function servesNow({ databaseUrl, dataDir }: Config): boolean {
  return databaseUrl === undefined && isServed(join(dataDir, 'xiaoer.db'))
}

export function toFindings({ damage, pending, settings, irregularities }: Examined, place: string): Finding[] {
  if (damage.length > 0) {
    return [
      wrong(
        'integrity',
        [`${place} 已损坏：${damage.join('；')}`, `${place} is damaged: ${damage.join('; ')}`],
        [
          '停掉服务，保留原文件，从备份恢复：xiaoer restore <备份> --force',
          'Stop the server, keep the file, and restore: xiaoer restore <backup> --force',
        ],
      ),
    ]
  }
  const findings = [good('integrity', `${place} 完整`, `${place} is whole`)]
  if (pending.length > 0) {
    return [
      ...findings,
      mind(
        'migrations',
        [`数据库还缺 ${pending.join('、')}`, `The database has not had ${pending.join(', ')}`],
        ['先备份，再启动，会自动升级', 'Back it up, then start: it is upgraded by itself'],
      ),
    ]
  }
  findings.push(good('migrations', '数据库版本是最新的', 'The schema is the newest'), ...settings.map(toSetting))
  if (irregularities.length > 0) return [...findings, ...irregularities.map(toIrregularity)]
  return [
    ...findings,
    good(
      'contents',
      '消息连续，没有无主的记录，没有未来的时间',
      'Messages without gaps, no stray rows, no times to come',
    ),
  ]
}

function toSetting({ name, is, wants }: Examined['settings'][number]): Finding {
  if (is === wants) return good('durability', `${name} = ${is}`, `${name} = ${is}`)
  return wrong(
    'durability',
    [
      `${name} 是 ${is}，应该是 ${wants}：断电会丢已确认的消息`,
      `${name} is ${is} and must be ${wants}: a power cut would take acknowledged messages`,
    ],
    [
      '检查数据库服务器的设置，或是否有别的程序改了它',
      'Look at the settings of the database, and at what else changes them',
    ],
  )
}

/** What it is called, and whether messages are in danger or only something looks odd. */
const IRREGULAR: Readonly<Record<IrregularityName, readonly [level: 'mind' | 'wrong', zh: string, en: string]>> = {
  gaps: ['wrong', '会话的消息编号不连续', 'conversations with gaps between their messages'],
  counters: ['wrong', '会话的最后编号和消息不一致', 'conversations whose last number is not that of their messages'],
  stray_messages: ['wrong', '消息没有会话', 'conversations are missing, and their messages are there'],
  stray_conversations: ['wrong', '会话没有客户', 'conversations without a customer'],
  stray_queue_entries: ['mind', '已结束的会话还在队列里', 'queue entries of conversations that wait no more'],
  queued_without_entry: ['wrong', '在排队的会话不在队列里', 'waiting conversations that are not in the queue'],
  held_without_agent: ['mind', '会话分给了不存在的客服', 'conversations held by agents who do not exist'],
  stray_identities: ['mind', '身份没有客户', 'identities without a customer'],
  future_times: ['mind', '记录的时间在未来', 'rows whose time is to come'],
  stuck_jobs: ['mind', '定时任务一直失败', 'jobs that fail again and again'],
}

function toIrregularity({ name, count, examples }: Irregularity): Finding {
  const [level, zh, en] = IRREGULAR[name]
  const few = examples.join(', ')
  const say = level === 'wrong' ? wrong : mind
  return say(
    name,
    [`${count} 处：${zh}（${few}）`, `${count} ${en} (${few})`],
    name === 'future_times'
      ? ['校准系统时间；这些记录会一直排在最前', 'Set the clock; these rows will stand before all others']
      : name === 'stuck_jobs'
        ? ['在日志里找 “a job failed”', 'Look for "a job failed" in the log']
        : [
            '先备份。是不是手工改过数据库？从备份恢复，或带着这一行报告问题',
            'Back up first. Was the database changed by hand? Restore a backup, or report it with this line',
          ],
  )
}
