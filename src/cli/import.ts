import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Entry, saveStream } from '../actions/shop-data/save-stream.ts'
import { openShopData } from '../app/open-shop-data.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../domain/localized-text.ts'
import { SHOP_DATA_KINDS, type ShopDataKind } from '../domain/shop-data.ts'
import { readLines } from '../protocol/lines.ts'
import { MAX_LINE_BYTES } from '../protocol/shop-data-routes.ts'
import { SHOP_DATA } from '../protocol/shop-data-to-domain.ts'
import { readCsv } from './import/csv.ts'
import { draftRows } from './import/csv-drafts.ts'
import type { Read } from './import/draft.ts'
import { explainIssue, explainRefusal } from './import/explain-fault.ts'
import { draftLines } from './import/ndjson-drafts.ts'
import { createReport, type Report } from './import/report.ts'
import { createProgress } from './progress.ts'
import { pick } from './words.ts'

/** Small, so that a server on the same file waits only for a moment. */
const BATCH = 25

export interface ImportRequest {
  readonly kind: string
  readonly file: string
  readonly dryRun: boolean
  /** Where to write all that is wrong, as NDJSON. */
  readonly errors?: string
}

/** Takes a file of the shop's data in; the exit code says whether every line of it was good. */
export async function importFile(config: Config, request: ImportRequest, locale: Locale): Promise<number> {
  const kind = needKind(request.kind, locale)
  const format = needFormat(request.file, locale)
  const size = await needSize(request.file, locale)
  const shop = await openShopData(config, { dryRun: request.dryRun, locale })
  try {
    const report = createReport(request.file, locale, request.errors)
    const progress = createProgress(process.stderr, locale)
    const file = countBytes(request.file)
    const lines = readLines(file.chunks, MAX_LINE_BYTES)
    const form = { ...SHOP_DATA[kind], timeZone: shop.timeZone }
    const drafts = format === 'csv' ? draftRows(readCsv(lines), form) : draftLines(lines)
    const data = new WeakMap<object, unknown>()
    const saved = await saveStream(shop.deps, readEntries(drafts, { kind, report, data }), {
      kind,
      batchSize: BATCH,
      onRefused: ({ line, item }, error) =>
        report.add(line, [explainRefusal(line, { kind, item, error })], data.get(item)),
      onSaved: (count) => progress.show(size === 0 ? 1 : file.read() / size, count),
    })
    progress.end()
    await report.close()
    console.log(summary(locale, { saved, failed: report.failed(), kind, dryRun: request.dryRun }))
    return report.failed() > 0 ? 1 : 0
  } finally {
    await shop.close()
  }
}

interface Reading<K extends ShopDataKind> {
  readonly kind: K
  readonly report: Report
  /** What the file said of an item, for the report. */
  readonly data: WeakMap<object, unknown>
}

async function* readEntries<K extends ShopDataKind>(
  drafts: AsyncIterable<Read>,
  { kind, report, data }: Reading<K>,
): AsyncGenerator<Entry<K>> {
  const { form } = SHOP_DATA[kind]
  for await (const read of drafts) {
    if ('fault' in read) {
      report.add(read.line, [read.fault], undefined)
      continue
    }
    const result = form.safeParse(read.data, { reportInput: true })
    if (result.success) {
      data.set(result.data, read.data)
      yield { line: read.line, item: result.data }
    } else {
      report.add(
        read.line,
        result.error.issues.flatMap((issue) => explainIssue(issue, read)),
        read.data,
      )
    }
  }
}

function countBytes(path: string): { readonly chunks: AsyncIterable<Uint8Array>; read(): number } {
  const stream = createReadStream(path)
  return { chunks: stream, read: () => stream.bytesRead }
}

function needKind(given: string, locale: Locale): ShopDataKind {
  const kind = SHOP_DATA_KINDS.find((one) => one === given)
  const all = SHOP_DATA_KINDS.join(', ')
  if (!kind)
    throw new Error(
      pick(locale, `没有「${given}」这一类。可以导入：${all}`, `There is no kind "${given}". Choose one of: ${all}.`),
    )
  return kind
}

function needFormat(file: string, locale: Locale): 'csv' | 'ndjson' {
  const ending = extname(file).toLowerCase()
  if (ending === '.csv') return 'csv'
  if (ending === '.ndjson' || ending === '.jsonl') return 'ndjson'
  throw new Error(
    pick(
      locale,
      `${file} 的格式认不出来。用 .csv（UTF-8），或一行一个 JSON 的 .ndjson；Excel 表格请另存为「CSV UTF-8」。`,
      `${file} is of no known form. Use .csv (UTF-8), or .ndjson with one JSON object a line; save a spreadsheet as "CSV UTF-8".`,
    ),
  )
}

async function needSize(file: string, locale: Locale): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (cause) {
    throw new Error(
      pick(locale, `读不到 ${file}，检查路径和权限。`, `${file} cannot be read. Check the path and its permissions.`),
      { cause },
    )
  }
}

interface Outcome {
  readonly saved: number
  readonly failed: number
  readonly kind: ShopDataKind
  readonly dryRun: boolean
}

function summary(locale: Locale, { saved, failed, kind, dryRun }: Outcome): string {
  const bad = failed === 0 ? '' : pick(locale, `，${failed} 条有误`, `, ${failed} to mend`)
  if (dryRun)
    return pick(
      locale,
      `试跑：${saved} 条可以导入${bad}；什么都没有写入。`,
      `Trial: ${saved} could be imported${bad}; nothing was written.`,
    )

  const done = pick(locale, `导入 ${saved} 条${bad}。`, `${saved} imported${bad}.`)
  if (kind !== 'products' || saved === 0) return done
  return `${done}\n${pick(
    locale,
    '正在运行的小二一分钟内用上；没在运行的，启动时用上。',
    'A running server takes them up within a minute, others when they start.',
  )}`
}
