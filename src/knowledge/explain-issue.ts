import type { z } from 'zod'
import type { Problem } from '../domain/knowledge.ts'
import type { Place } from './problem.ts'

type Text = { readonly zh: string; readonly en: string }
type Issue = z.core.$ZodIssue

/** What zod found, in words an owner understands, with where it is and how to mend it. */
export function explainIssue(issue: Issue, place: Place): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      place: place.at([...issue.path, key], 'key'),
      cause: { zh: `不认识的字段「${key}」`, en: `unknown key "${key}"` },
      mend: {
        zh: '检查拼写（字段见 docs/knowledge.md）；如果它是文字的一部分，给整段文字加引号',
        en: 'check the spelling (docs/knowledge.md has the keys); if it is part of a text, put the whole text in quotes',
      },
    }))
  }
  const own = ownWords(issue)
  return [{ place: place.at(issue.path), ...(own ?? explain(issue)) }]
}

/** The words that a check of our own brings along; also of one inside a union, where it is the reason. */
function ownWords(issue: Issue): { cause: Text; mend: Text } | undefined {
  if (issue.code === 'custom') return issue.params as { cause: Text; mend: Text } | undefined
  if (issue.code !== 'invalid_union') return undefined

  return issue.errors
    .flat()
    .map((inner) => ownWords(inner))
    .find((words) => words !== undefined)
}

function explain(issue: Issue): { cause: Text; mend: Text } {
  // An entry of a list is called by the list's name.
  const key = String(issue.path.findLast((part) => typeof part === 'string') ?? '')
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing(key) : wrongType(key, issue.expected)
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(' | ')
      return {
        cause: { zh: `「${key}」的值不在可选范围内`, en: `"${key}" has a value that is not allowed` },
        mend: { zh: `改成其中之一：${allowed}`, en: `use one of: ${allowed}` },
      }
    }
    case 'too_small':
      return {
        cause: { zh: `「${key}」太少或太小`, en: `"${key}" is too few or too small` },
        mend: { zh: `至少要 ${issue.minimum}`, en: `it must be at least ${issue.minimum}` },
      }
    case 'too_big':
      return {
        cause: { zh: `「${key}」太多或太大`, en: `"${key}" is too many or too large` },
        mend: { zh: `最多 ${issue.maximum}`, en: `it must be at most ${issue.maximum}` },
      }
    case 'invalid_format':
      return {
        cause: { zh: `「${key}」的写法不对`, en: `"${key}" is not written as it must be` },
        mend: formatHint(key),
      }
    case 'invalid_union':
      return issue.input === undefined ? missing(key) : wrongType(key, 'text')
    default:
      return {
        cause: { zh: `「${key}」不对：${issue.message}`, en: `"${key}" is wrong: ${issue.message}` },
        mend: { zh: '对照 docs/knowledge.md 改正', en: 'compare with docs/knowledge.md' },
      }
  }
}

function missing(key: string): { cause: Text; mend: Text } {
  return {
    cause: { zh: `缺少「${key}」`, en: `"${key}" is missing` },
    mend: { zh: `补上 ${key}:`, en: `add ${key}:` },
  }
}

const TYPES: Readonly<Record<string, Text>> = {
  string: {
    zh: '文字（像数字或 yes/no 的内容要加引号）',
    en: 'a text (put quotes around what looks like a number or yes/no)',
  },
  text: { zh: '一段文字，或 {zh: …, en: …}', en: 'a text, or {zh: …, en: …}' },
  number: { zh: '数字（不要加引号）', en: 'a number, without quotes' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表：每行以「- 」开头，或写成 [甲, 乙]', en: 'a list: lines that begin with "- ", or [a, b]' },
  object: { zh: '下面缩进的「字段: 值」', en: 'indented "key: value" lines' },
  record: { zh: '下面缩进的「字段: 值」', en: 'indented "key: value" lines' },
}

function wrongType(key: string, expected: string): { cause: Text; mend: Text } {
  const wanted = TYPES[expected] ?? { zh: expected, en: expected }
  return {
    cause: { zh: `「${key}」的类型不对`, en: `"${key}" holds the wrong kind of value` },
    mend: { zh: `这里要写${wanted.zh}`, en: `write ${wanted.en} here` },
  }
}

const FORMATS: Readonly<Record<string, Text>> = {
  id: {
    zh: '用小写字母、数字和下划线，例如 shipping_time',
    en: 'use lower-case letters, digits and _, as in shipping_time',
  },
  price: { zh: '写成带引号的金额，例如 "269.00"', en: 'write a quoted amount, as in "269.00"' },
  from: { zh: '写成 2026-11-10 这样的日期', en: 'write a date like 2026-11-10' },
  until: { zh: '写成 2026-11-14 这样的日期', en: 'write a date like 2026-11-14' },
  image: { zh: '写成 /media/… 开头的路径', en: 'write a path that begins with /media/' },
  url: { zh: '写成以 https:// 或 / 开头的网址', en: 'write an address that begins with https:// or /' },
  hours: { zh: '写成 "09:00-18:00"', en: 'write "09:00-18:00"' },
}

function formatHint(key: string): Text {
  return (
    FORMATS[key] ?? {
      zh: '时间段写成 "09:00-18:00"，编号用小写字母、数字和下划线',
      en: 'hours are "09:00-18:00", ids are lower-case letters, digits and _',
    }
  )
}
