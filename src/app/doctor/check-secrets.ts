import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ROOT } from '../../config/config.ts'
import { type Finding, good, mind, wrong } from './finding.ts'

const LEAST_CHARACTERS = 32
/** 32 random characters have about twenty different ones; a word that is repeated has few. */
const LEAST_DIFFERENT = 10
const SAMPLE = /example|sample|change.?me|placeholder|your.?secret|xiaoer.?secret|password|0123456789|abcdefgh/i
const OTHERS = 0o077

/** Secrets that can be guessed, that are used twice, or that others on this machine can read. */
export async function checkSecrets(config: Config): Promise<Finding[]> {
  const given = [
    ['XIAOER_SECRET', config.secret],
    ...config.identitySecrets.map((secret) => ['XIAOER_IDENTITY_SECRET', secret] as const),
    ['METRICS_TOKEN', config.metricsToken],
    ...config.apiKeys.map((key) => ['XIAOER_API_KEY', key] as const),
  ] as const
  const set = given.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
  const kept = await readKept(config.dataDir)
  const weak = [...set, ...kept].flatMap(({ name, value }) => toWeakness(name, value))
  const twice = set.filter(({ value }, index) => set.findIndex((one) => one.value === value) !== index)
  const readable = [...(await listReadable(config.dataDir, kept)), ...(await isReadable(join(ROOT, '.env')))]
  const findings = [...weak, ...twice.map(({ name }) => toTwice(name)), ...readable.map(toReadable)]
  if (findings.length > 0) return findings

  const count = set.length + kept.length
  return [
    good(
      'secrets',
      `${count} 个密钥：够长、不像样例、别人读不到`,
      `${count} secrets: long, no samples, for nobody else to read`,
    ),
  ]
}

/** What is wrong with a secret as such; it is never said. */
export function toWeakness(name: string, value: string): Finding[] {
  const renew = ['换一个：openssl rand -hex 32', 'Take another: openssl rand -hex 32'] as const
  if (value.length < LEAST_CHARACTERS) {
    return [
      wrong('secrets', [`${name} 只有 ${value.length} 个字符`, `${name} has only ${value.length} characters`], renew),
    ]
  }
  if (SAMPLE.test(value) || new Set(value).size < LEAST_DIFFERENT) {
    return [wrong('secrets', [`${name} 像是样例，猜得到`, `${name} looks like a sample, and can be guessed`], renew)]
  }
  return []
}

function toTwice(name: string): Finding {
  return wrong(
    'secrets',
    [`${name} 和另一个密钥相同`, `${name} is the same as another secret`],
    ['每处用自己的一个：openssl rand -hex 32', 'Each needs its own: openssl rand -hex 32'],
  )
}

function toReadable(path: string): Finding {
  return mind(
    'secrets',
    [`${path} 这台机器上的别人也能读`, `${path} can be read by others on this machine`],
    [`chmod go= ${path}`, `chmod go= ${path}`],
  )
}

/** Secrets that are made once and kept in the data folder. */
async function readKept(dataDir: string): Promise<readonly { name: string; value: string }[]> {
  const names = (await readdir(dataDir).catch(() => [])).filter((name) => /(?:^|-)(?:secret|key)$/.test(name))
  return Promise.all(names.map(async (name) => ({ name, value: (await readFile(join(dataDir, name), 'utf8')).trim() })))
}

async function listReadable(dataDir: string, kept: readonly { name: string }[]): Promise<readonly string[]> {
  const found = await Promise.all(kept.map(({ name }) => isReadable(join(dataDir, name))))
  return found.flat()
}

/** The path itself, where others may read it. */
async function isReadable(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  return found && (found.mode & OTHERS) !== 0 ? [path] : []
}
