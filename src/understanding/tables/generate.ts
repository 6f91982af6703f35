/**
 * Writes `dist/tables/han.bin` at build time, so that the big dictionaries stay out of the running process.
 * Sources: OpenCC's tables (opencc-js) for simplified forms, pinyin-pro for the most usual reading.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { FIRST_HAN, HAN_COUNT, HAN_TABLES_URL } from './layout.ts'

const converters = [
  Converter({ from: 't', to: 'cn' }),
  Converter({ from: 'tw', to: 'cn' }),
  Converter({ from: 'hk', to: 'cn' }),
]

function simplifiedOf(char: string): string {
  for (const convert of converters) {
    const simple = convert(char)
    if (simple !== char && simple.length === 1) return simple
  }
  return char
}

function syllableOf(char: string): string {
  const [reading = ''] = pinyin(char, { toneType: 'none', v: true, type: 'array' })
  return /^[a-z]+$/.test(reading) ? reading : ''
}

/** Characters → simplified ones. What others are simplified to is simple already: 麼 → 么, but 么 is not 幺. */
function toSimplifiedForms(chars: readonly string[]): readonly string[] {
  const forms = chars.map(simplifiedOf)
  const simple = new Set(forms.filter((form, at) => form !== chars[at]))
  return forms.map((form, at) => {
    const char = chars[at] ?? ''
    return simple.has(char) ? char : form
  })
}

function generate(): Uint8Array {
  const chars = Array.from({ length: HAN_COUNT }, (_, at) => String.fromCharCode(FIRST_HAN + at))
  const simplified = new Uint16Array(HAN_COUNT)
  const syllableIds = new Uint16Array(HAN_COUNT)
  const idOf = new Map<string, number>([['', 0]])

  for (const [at, form] of toSimplifiedForms(chars).entries()) {
    const syllable = syllableOf(form)
    const id = idOf.get(syllable) ?? idOf.size
    idOf.set(syllable, id)
    simplified[at] = form.charCodeAt(0)
    syllableIds[at] = id
  }
  return Buffer.concat([
    Buffer.from(simplified.buffer),
    Buffer.from(syllableIds.buffer),
    Buffer.from([...idOf.keys()].join('\n'), 'ascii'),
  ])
}

const file = fileURLToPath(HAN_TABLES_URL)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, generate())
