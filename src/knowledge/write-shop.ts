import type { Locale, LocalizedText } from '../domain/localized-text.ts'
import type { NewShop, Pack } from '../domain/pack.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const USUAL_HOURS = ['09:00-18:00']

/** The files of a new shop: its `shop.yaml` and all of the pack. They load. */
export function newShopFiles(shop: NewShop, pack: Pack): Readonly<Record<string, string>> {
  return { 'shop.yaml': writeShop(shop, pack), ...pack.files }
}

/** The `shop.yaml` of a new shop: whatever a pack's answers need is in it, written or waiting for the owner. JSON strings are YAML. */
export function writeShop(shop: NewShop, pack: Pack): string {
  const { name, language = pack.language, timeZone = 'Asia/Shanghai', currency = 'CNY', accent = '#C8400A' } = shop
  const { greeting = greetingOf(name) } = shop
  const written = shop.facts ?? {}
  const needed = new Set(pack.facts.map((fact) => fact.name))
  const facts = [
    ...pack.facts.map(({ name: key, title, usual }) => {
      const value = written[key] ?? usual
      return `    ${key}: ${value === undefined ? 'null' : flow(value)}  # ${wordsIn(title, language)}${written[key] || !usual ? '' : check(language)}`
    }),
    ...Object.entries(written)
      .filter(([key]) => !needed.has(key))
      .map(([key, value]) => `    ${key}: ${flow(value)}`),
  ]
  const hours = (day: string) => {
    const { hours: given = USUAL_HOURS } = shop
    return Array.isArray(given) ? given : ((given as Readonly<Record<string, readonly string[]>>)[day] ?? [])
  }
  return [
    `# ${pack.id} ${pack.version}`,
    'shop:',
    `  name: ${flow(name)}`,
    `  language: ${language}`,
    `  time_zone: ${JSON.stringify(timeZone)}`,
    `  currency: ${currency}`,
    `  greeting: ${flow(greeting)}`,
    `  quick_replies: [${pack.quickReplies.join(', ')}]`,
    `  accent: ${JSON.stringify(accent)}`,
    facts.length === 0 ? '  facts: {}' : '  facts:',
    ...facts,
    '',
    'hours:',
    '  weekly:',
    ...DAYS.map(
      (day) =>
        `    ${day}: [${hours(day)
          .map((one) => JSON.stringify(one))
          .join(', ')}]`,
    ),
    '',
    'reception: {mode: auto, first: bot}',
    '',
    'handoff:',
    '  sensitive: [报警, 律师, 住院, 自杀, lawyer, lawsuit, hospital]',
    '',
    'thresholds:',
    '  risk: 0.02',
    `  risky_intents: [${pack.riskyIntents.join(', ')}]`,
    '',
  ].join('\n')
}

function greetingOf(name: LocalizedText): LocalizedText {
  return {
    zh: `您好，我是${wordsIn(name, 'zh')}的客服小二，有问题直接说就好～`,
    en: `Hi, I'm Xiaoer at ${wordsIn(name, 'en')}. Ask me anything about your order or our goods.`,
  }
}

function check(language: Locale): string {
  return language === 'zh' ? '；常见做法，请核对' : '; usual, please check'
}

function wordsIn(text: LocalizedText, locale: Locale): string {
  return typeof text === 'string' ? text : (text[locale] ?? text.zh ?? text.en ?? '')
}

function flow(text: LocalizedText): string {
  if (typeof text === 'string') return JSON.stringify(text)
  return `{${Object.entries(text)
    .map(([locale, words]) => `${locale}: ${JSON.stringify(words)}`)
    .join(', ')}}`
}
