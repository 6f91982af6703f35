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
  readonly trustProxy: boolean
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

const Variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
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
  TRUST_PROXY: Flag.default(false),
  MESSAGE_RATE: RateText.default({ points: 20, seconds: 10 }),
  ADDRESS_RATE: RateText.default({ points: 300, seconds: 10 }),
  SHOP_RATE: RateText.default({ points: 5000, seconds: 10 }),
  SESSION_RATE: RateText.default({ points: 120, seconds: 60 }),
  VISITOR_RATE: RateText.default({ points: 300, seconds: 3600 }),
  DEMO: Flag.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const Environment = Variables.refine((env) => (env.SHOP_API_URL === undefined) === (env.SHOP_API_TOKEN === undefined), {
  path: ['SHOP_API_TOKEN'],
  error: 'is set together with SHOP_API_URL, or not at all',
  // Also where other variables are wrong: every mistake is named at once.
  when: () => true,
})

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
    knowledgeDir: resolve(ROOT, env.KNOWLEDGE_DIR),
    allowedOrigins: env.ALLOWED_ORIGINS?.split(',').map((origin) => origin.trim()),
    secret: env.XIAOER_SECRET,
    identitySecrets: env.XIAOER_IDENTITY_SECRET,
    identityEnforced: env.XIAOER_IDENTITY_ENFORCE,
    shopApi: toShopApi(env),
    apiKeys: env.XIAOER_API_KEY,
    trustProxy: env.TRUST_PROXY,
    limits: {
      messages: env.MESSAGE_RATE,
      addresses: env.ADDRESS_RATE,
      shop: env.SHOP_RATE,
      sessions: env.SESSION_RATE,
      visitors: env.VISITOR_RATE,
    },
    // A shop with an address of its own is no demo, unless somebody says so.
    demo: env.DEMO ?? env.PUBLIC_URL === undefined,
    logLevel: env.LOG_LEVEL,
  })
}

function toShopApi(env: z.output<typeof Environment>): Config['shopApi'] {
  const { SHOP_API_URL: url, SHOP_API_TOKEN: token, SHOP_API_TIMEOUT_MS: timeoutMs } = env
  if (url === undefined || token === undefined) return undefined
  return { url: url.replace(/\/+$/, ''), token, timeoutMs, allowPrivate: env.SHOP_API_ALLOW_PRIVATE }
}

/** Where the browser programs were built to. */
export const PUBLIC_DIR = join(ROOT, 'dist', 'public')
