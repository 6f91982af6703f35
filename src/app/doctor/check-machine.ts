import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Finding, good, mind, wrong } from './finding.ts'

const LEAST_NODE: readonly [number, number] = [20, 19]
const OTHERS = 0o077
const LEAST_MEGABYTES = 100
const FEW_MEGABYTES = 1024
/** When this was written: a clock that says earlier is wrong. */
const WRITTEN = Date.UTC(2026, 10, 1)
const WATCHED_MILLISECONDS = 500
const DRIFT_MILLISECONDS = 50

export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor, leastMinor] = LEAST_NODE
  const fits = major > leastMajor || (major === leastMajor && minor >= leastMinor)
  if (fits) return good('node', `Node.js ${version}`, `Node.js ${version}`)
  return wrong(
    'node',
    [`Node.js ${version} 太旧`, `Node.js ${version} is too old`],
    [`装 ${LEAST_NODE.join('.')} 或更新的版本`, `Install ${LEAST_NODE.join('.')} or newer`],
  )
}

export async function checkFolder(dataDir: string): Promise<Finding[]> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [
        good('folder', `数据文件夹 ${dataDir} 还没有，启动时会建`, `The data folder ${dataDir} is made at the start`),
      ]
    }
    return [
      wrong(
        'folder',
        [`数据文件夹 ${dataDir} 不能读写`, `The data folder ${dataDir} cannot be read and written`],
        [`chown 给运行小二的用户，chmod 700 ${dataDir}`, `chown it to who runs 小二, and chmod 700 ${dataDir}`],
      ),
    ]
  }
  const { mode } = await stat(dataDir)
  const { bavail, bsize } = await statfs(dataDir)
  const folder =
    (mode & OTHERS) === 0
      ? good('folder', `数据文件夹 ${dataDir} 可读写`, `The data folder ${dataDir} can be read and written`)
      : mind(
          'folder',
          [
            `数据文件夹 ${dataDir} 这台机器上的别人也能进`,
            `The data folder ${dataDir} is open to others on this machine`,
          ],
          [`里面是客户资料：chmod 700 ${dataDir}`, `It holds customers' data: chmod 700 ${dataDir}`],
        )
  return [folder, toDisk((bavail * bsize) / 1024 ** 2, dataDir)]
}

export function toDisk(megabytes: number, dataDir: string): Finding {
  const left = megabytes >= 10_240 ? `${Math.floor(megabytes / 1024)} GB` : `${Math.floor(megabytes)} MB`
  if (megabytes >= FEW_MEGABYTES) return good('disk', `磁盘还有 ${left}`, `${left} are free`)
  const words = [`磁盘只剩 ${left}`, `Only ${left} are free`] as const
  const mend = [
    `清理 ${dataDir} 所在的磁盘，写满后收不了消息`,
    `Make room on the disk of ${dataDir}: a full one takes no messages`,
  ] as const
  return megabytes < LEAST_MEGABYTES ? wrong('disk', words, mend) : mind('disk', words, mend)
}

/** Watches both clocks for a moment: one that is being moved tells wrong times to shoppers. */
export async function checkClock(): Promise<Finding> {
  const [wall, steady] = [Date.now(), performance.now()]
  await pause(WATCHED_MILLISECONDS)
  return toClock(Date.now(), Date.now() - wall - (performance.now() - steady))
}

export function toClock(now: number, drift: number): Finding {
  const said = new Date(now).toISOString()
  const mend = ['开启时间同步：timedatectl set-ntp true', 'Let it be set by NTP: timedatectl set-ntp true'] as const
  if (now < WRITTEN) return wrong('clock', [`系统时间 ${said} 不对`, `The clock says ${said}, which cannot be`], mend)
  if (Math.abs(drift) > DRIFT_MILLISECONDS) {
    const jumped = Math.round(drift)
    return mind('clock', [`系统时间刚刚跳了 ${jumped} 毫秒`, `The clock has just jumped by ${jumped} ms`], mend)
  }
  return good('clock', `系统时间 ${said}，走得稳`, `The clock says ${said}, and runs evenly`)
}
