import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The folder that holds package.json, whether this runs from src/ or from dist/. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Config {
  readonly host: string
  readonly port: number
  /** How browsers reach this server; links are made from it. */
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Backups that the server makes by itself; undefined: it makes none. */
  readonly backup: { readonly folder: string; readonly everyMilliseconds: number; readonly keep: number } | undefined
  /** Where the nodes of one database hear of each other (docs/scale.md); undefined: this process is alone. */
  readonly redisUrl: string | undefined
  readonly knowledgeDir: string
  /** Origins whose pages may open the widget; undefined: every one. */
  readonly allowedOrigins: readonly string[] | undefined
  /** Signs visitor tokens. Undefined: one is made and kept in the data folder. */
  readonly secret: string | undefined
  /** Shared with the shop, which signs its customers' identities with one of them; several while one is being exchanged. */
  readonly identitySecrets: readonly string[]
  /** Whether orders are shown only to customers whom a signed identity names; order number and phone do not suffice then. */
  readonly identityEnforced: boolean
  /** The shop's own API, from which its data is pulled (docs/connector.md); undefined: there is none. */
  readonly shopApi:
    | {
        readonly url: string
        readonly token: string
        readonly timeoutMs: number
        /** Whether it may be inside one's own network. */
        readonly allowPrivate: boolean
      }
    | undefined
  /** What the shop's own system authorises itself with; several while one is being exchanged. */
  readonly apiKeys: readonly string[]
  /** Hosts to which webhooks may go although they are inside one's own network, or without https. */
  readonly webhookAllowHosts: readonly string[]
  readonly trustProxy: boolean
  /** What a watcher authorises itself with to read the metrics; undefined: only this machine reads them. */
  readonly metricsToken: string | undefined
  readonly limits: Limits
  readonly demo: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** How much of what is taken in; beyond, whoever asks is told how long to wait. */
export interface Limits {
  /** Messages that one visitor may send. */
  readonly messages: Rate
  /** Messages from one address, whoever sends them. */
  readonly addresses: Rate
  /** Messages to the whole shop. */
  readonly shop: Rate
  /** Connections that one address may open. */
  readonly sessions: Rate
  /** Visitors whom nobody has seen before, from one address: each begins a conversation. */
  readonly visitors: Rate
}

/** At most `points` within `seconds`. */
export interface Rate {
  readonly points: number
  readonly seconds: number
}

const RateText = z
  .string()
  .regex(/^\d+\/\d+$/, 'must be written as 20/10: at most 20 within 10 seconds')
  .transform((text): Rate => {
    const [points = 0, seconds = 0] = text.split('/').map(Number)
    return { points, seconds }
  })
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const Secret = z.string().min(32, 'must have at least 32 characters')

const ApiUrl = z
  .url({ protocol: /^https?$/, error: 'must begin with https:// or http://' })
  .refine((text) => !URL.canParse(text) || isPlain(new URL(text)), 'must hold no name, password, ? or #')

const Keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine(
    (keys) => keys.every((key) => key.length >= 32 && !/\s/.test(key)),
    'each key must have at least 32 characters, without spaces; several are separated by commas',
  )

const Hosts = z
  .string()
  .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
  .refine(
    (hosts) => hosts.every((host) => /^[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/.test(host)),
    'names hosts without https:// and port; several are separated by commas',
  )

const Variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY_HOURS: z.coerce.number().positive().max(8760).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(10_000).default(7),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
  KNOWLEDGE_DIR: z.string().default('intents'),
  ALLOWED_ORIGINS: z.string().optional(),
  XIAOER_SECRET: Secret.optional(),
  XIAOER_IDENTITY_SECRET: Keys.default([]),
  XIAOER_IDENTITY_ENFORCE: Flag.default(false),
  SHOP_API_URL: ApiUrl.optional(),
  SHOP_API_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be ASCII without spaces')
    .optional(),
  SHOP_API_TIMEOUT_MS: z.coerce.number().int().min(100).max(10_000).default(1500),
  SHOP_API_ALLOW_PRIVATE: Flag.default(false),
  XIAOER_API_KEY: Keys.default([]),
  WEBHOOK_ALLOW_HOSTS: Hosts.default([]),
  TRUST_PROXY: Flag.default(false),
  METRICS_TOKEN: Secret.regex(/^[\x21-\x7e]+$/, 'must be ASCII without spaces').optional(),
  MESSAGE_RATE: RateText.default({ points: 20, seconds: 10 }),
  ADDRESS_RATE: RateText.default({ points: 300, seconds: 10 }),
  SHOP_RATE: RateText.default({ points: 5000, seconds: 10 }),
  SESSION_RATE: RateText.default({ points: 120, seconds: 60 }),
  VISITOR_RATE: RateText.default({ points: 300, seconds: 3600 }),
  DEMO: Flag.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

// Also where other variables are wrong: every mistake is named at once.
const when = () => true

const Environment = Variables.refine((env) => (env.SHOP_API_URL === undefined) === (env.SHOP_API_TOKEN === undefined), {
  path: ['SHOP_API_TOKEN'],
  error: 'is set together with SHOP_API_URL, or not at all',
  when,
})
  .refine((env) => env.BACKUP_DIR === undefined || env.DATABASE_URL === undefined, {
    path: ['BACKUP_DIR'],
    error: 'is for SQLite; with DATABASE_URL use pg_dump (docs/operations.md) and leave it out',
    when,
  })
  .refine((env) => env.BACKUP_DIR === undefined || resolve(ROOT, env.BACKUP_DIR) !== resolve(ROOT, env.DATA_DIR), {
    path: ['BACKUP_DIR'],
    error: 'must be another folder than DATA_DIR, better on another disk',
    when,
  })
  .refine((env) => env.REDIS_URL === undefined || env.DATABASE_URL !== undefined, {
    path: ['DATABASE_URL'],
    error: 'is needed with REDIS_URL: several nodes share one PostgreSQL database (docs/scale.md)',
    when,
  })
  .refine((env) => env.REDIS_URL === undefined || env.XIAOER_SECRET !== undefined, {
    path: ['XIAOER_SECRET'],
    error: 'is needed with REDIS_URL, the same on every node: a visitor who comes to another node must be known there',
    when,
  })
  .refine((env) => !(env.REDIS_URL && isDemo(env)) || env.XIAOER_IDENTITY_SECRET.length > 0, {
    path: ['XIAOER_IDENTITY_SECRET'],
    error: 'is needed with REDIS_URL where the demo shop is served, the same on every node (or set DEMO=false)',
    when,
  })

function isDemo(env: { DEMO?: boolean | undefined; PUBLIC_URL?: string | undefined }): boolean {
  return env.DEMO ?? env.PUBLIC_URL === undefined
}

function isPlain({ username, password, search, hash }: URL): boolean {
  return !username && !password && !search && !hash
}

/** Reads the environment once. Throws one error that names every wrong variable. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = Environment.safeParse(set)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`)
    throw new Error(`The environment has mistakes (.env.example explains each variable):\n${lines.join('\n')}`)
  }
  const env = result.data
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    publicUrl:
      env.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${env.PORT}`,
    dataDir: resolve(ROOT, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    backup: toBackup(env),
    redisUrl: env.REDIS_URL,
    knowledgeDir: resolve(ROOT, env.KNOWLEDGE_DIR),
    allowedOrigins: env.ALLOWED_ORIGINS?.split(',').map((origin) => origin.trim()),
    secret: env.XIAOER_SECRET,
    identitySecrets: env.XIAOER_IDENTITY_SECRET,
    identityEnforced: env.XIAOER_IDENTITY_ENFORCE,
    shopApi: toShopApi(env),
    apiKeys: env.XIAOER_API_KEY,
    webhookAllowHosts: env.WEBHOOK_ALLOW_HOSTS,
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN,
    limits: {
      messages: env.MESSAGE_RATE,
      addresses: env.ADDRESS_RATE,
      shop: env.SHOP_RATE,
      sessions: env.SESSION_RATE,
      visitors: env.VISITOR_RATE,
    },
    // A shop with an address of its own is no demo, unless somebody says so.
    demo: isDemo(env),
    logLevel: env.LOG_LEVEL,
  })
}

function toBackup(env: z.output<typeof Environment>): Config['backup'] {
  if (env.BACKUP_DIR === undefined) return undefined
  return {
    folder: resolve(ROOT, env.BACKUP_DIR),
    everyMilliseconds: env.BACKUP_EVERY_HOURS * 3_600_000,
    keep: env.BACKUP_KEEP,
  }
}

function toShopApi(env: z.output<typeof Environment>): Config['shopApi'] {
  const { SHOP_API_URL: url, SHOP_API_TOKEN: token, SHOP_API_TIMEOUT_MS: timeoutMs } = env
  if (url === undefined || token === undefined) return undefined
  return { url: url.replace(/\/+$/, ''), token, timeoutMs, allowPrivate: env.SHOP_API_ALLOW_PRIVATE }
}

/** Of this release. */
export const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

/** Where the browser programs were built to. */
export const PUBLIC_DIR = join(ROOT, 'dist', 'public')
/** Where the packs of this release were built to. */
export const PACKS_DIR = join(ROOT, 'dist', 'packs')
