import type { z } from 'zod'
import type { AppError } from '../../domain/errors.ts'
import type { ShopDataKind, ShopDataOf } from '../../domain/shop-data.ts'
import { listMissing } from '../../domain/with-pushed.ts'
import { type Draft, type Fault, faultAt, type Place } from './draft.ts'

type Words = Pick<Fault, 'cause' | 'mend'>
type Issue = z.core.$ZodIssue

/** What a schema found, in words that a shop's people understand, with the line and the field. */
export function explainIssue(issue: Issue, { data, placeOf }: Draft): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      place: placeOf([...issue.path, key]),
      cause: { zh: `不认识的字段「${key}」`, en: `unknown field "${key}"` },
      mend: {
        zh: '检查拼写（字段见 docs/shop-data.md），用不到就删掉',
        en: 'check the spelling (docs/shop-data.md has the fields), or leave it out',
      },
    }))
  }
  const place = placeOf(issue.path)
  return [{ place, ...wordsOf(issue, valueAt(data, issue.path), place) }]
}

/** What an action refused. */
export function explainRefusal<K extends ShopDataKind>(
  line: number,
  { kind, item, error }: { readonly kind: K; readonly item: ShopDataOf[K]; readonly error: AppError },
): Fault {
  if (error.code === 'order_not_found' && 'orderNumber' in item) {
    const cause = { zh: `没有「${item.orderNumber}」这张订单`, en: `there is no order "${item.orderNumber}"` }
    return faultAt(line, cause, { zh: '先导入订单，再导入物流', en: 'import orders before parcels' }, 'order')
  }
  if (kind === 'products' && error.code === 'invalid_input' && 'id' in item) {
    const missing = listMissing(item).join(', ')
    const cause = { zh: `新商品「${item.id}」缺少 ${missing}`, en: `the new product "${item.id}" has no ${missing}` }
    const mend = {
      zh: '补全；知识库里写过的商品才可以只推一部分',
      en: 'add them; only products that the knowledge has may be told in part',
    }
    return faultAt(line, cause, mend, listMissing(item)[0])
  }
  return faultAt(
    line,
    { zh: error.message, en: error.message },
    { zh: '对照 docs/shop-data.md', en: 'see docs/shop-data.md' },
  )
}

function wordsOf(issue: Issue, value: unknown, { field }: Place): Words {
  if (
    value === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value')
  ) {
    return { cause: { zh: '没有填', en: 'it is missing' }, mend: { zh: `补上 ${field}`, en: `add ${field}` } }
  }
  const shown = show(value)
  const cause = { zh: `「${shown}」不对`, en: `"${shown}" is wrong` }
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(' | ')
      return { cause, mend: { zh: `只能是：${allowed}`, en: `use one of: ${allowed}` } }
    }
    case 'invalid_type':
      return { cause, mend: typeHint(issue.expected, value, field) }
    case 'invalid_union':
      return { cause, mend: isMoment(issue) ? MOMENT : TEXT }
    case 'too_small':
      return { cause, mend: { zh: `至少 ${issue.minimum}${unitOf(issue.origin)}`, en: `at least ${issue.minimum}` } }
    case 'too_big':
      return { cause, mend: { zh: `最多 ${issue.maximum}${unitOf(issue.origin)}`, en: `at most ${issue.maximum}` } }
    case 'invalid_format':
      return { cause, mend: FORMATS[field.split('.').at(-1) ?? ''] ?? FORMATS[issue.format] ?? MANUAL }
    default:
      return { cause, mend: MANUAL }
  }
}

const MANUAL: Fault['mend'] = { zh: '写法见 docs/shop-data.md', en: 'see docs/shop-data.md' }
const TEXT: Fault['mend'] = { zh: '写一段文字，或 {"zh": …, "en": …}', en: 'write a text, or {"zh": …, "en": …}' }
const MOMENT: Fault['mend'] = {
  zh: '写成 2026-11-18 10:24（店铺时间）或 2026-11-18T10:24:00+08:00',
  en: "write 2026-11-18 10:24 (the shop's time) or 2026-11-18T10:24:00+08:00",
}
/** Only of these is a number with a point most likely an amount in whole units. */
const AMOUNTS = ['total', 'goods', 'shipping', 'discount', 'paid', 'unitPrice', 'amount', 'price', 'off', 'spend']
const FORMATS: Readonly<Record<string, Fault['mend']>> = {
  datetime: MOMENT,
  id: { zh: '商品编号用小写字母、数字和 -', en: 'ids of products are lower-case letters, digits and -' },
  currency: { zh: '写三个大写字母，如 CNY', en: 'write three capitals, as CNY' },
  email: { zh: '写成 name@example.com', en: 'write it as name@example.com' },
  image: { zh: '以 https:// 或 / 开头', en: 'begin it with https:// or /' },
  url: { zh: '以 https:// 或 / 开头', en: 'begin it with https:// or /' },
}

function typeHint(expected: string, value: unknown, field: string): Fault['mend'] {
  const amount = AMOUNTS.includes(field.split('.').at(-1) ?? '')
  if (amount && (expected === 'number' || expected === 'int') && /^\d+\.\d{1,2}$/.test(String(value))) {
    const minor = Math.round(Number(value) * 100)
    return { zh: `金额以分为单位：写 ${minor}`, en: `money is in minor units (cents): write ${minor}` }
  }
  switch (expected) {
    case 'number':
    case 'int':
      return { zh: '写整数', en: 'write a whole number' }
    case 'boolean':
      return { zh: '写 true 或 false', en: 'write true or false' }
    case 'array':
      return { zh: '写 JSON 列表：[…]', en: 'write a JSON list: […]' }
    case 'object':
    case 'record':
      return { zh: '写 JSON 对象：{…}', en: 'write a JSON object: {…}' }
    default:
      return { zh: '写文字', en: 'write a text' }
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' 个字'
  return origin === 'array' ? ' 项' : ''
}

function isMoment(issue: Extract<Issue, { code: 'invalid_union' }>): boolean {
  return issue.errors
    .flat()
    .some((inner) => inner.code === 'invalid_format' || (inner.code === 'invalid_type' && inner.expected === 'number'))
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], data)
}

const SHOWN = 40

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
