import type { Config } from '../../config/config.ts'
import { checkDatabase, servesNow } from './check-database.ts'
import { checkClock, checkFolder, checkNode } from './check-machine.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkAddress, checkBackups, checkContent, checkPort } from './check-serving.ts'
import { type Finding, good } from './finding.ts'

export type { Finding }

/** Looks at everything that 小二 stands on. Changes nothing, and may run beside a server. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  return [
    checkNode(),
    ...(await checkFolder(config.dataDir)),
    await checkClock(),
    ...(await checkDatabase(config)),
    ...(servesNow(config) ? [good('server', '服务正在这份数据上运行', 'A server runs on this data')] : []),
    ...(await checkSecrets(config)),
    await checkContent(config),
    await checkPort(config),
    ...checkAddress(config),
    ...(await checkBackups(config)),
  ]
}
