import type { Request, RequestHandler } from 'express'
import { type Entry, saveStream } from '../actions/shop-data/save-stream.ts'
import type { ShopDataDeps } from '../actions/shop-data/shop-data-deps.ts'
import { AppError } from '../domain/errors.ts'
import type { ShopDataKind } from '../domain/shop-data.ts'
import { type Line, readLines } from '../protocol/lines.ts'
import {
  type BulkReport,
  MAX_BULK_BYTES,
  MAX_BULK_ERRORS,
  MAX_LINE_BYTES,
  NDJSON,
} from '../protocol/shop-data-routes.ts'
import { SHOP_DATA } from '../protocol/shop-data-to-domain.ts'

const BATCH = 200

interface Issue {
  readonly path: string
  readonly message: string
}

/** Takes in one object a line, a batch at a time, while they come; a bad line is reported and stops none of the others. */
export function receiveBulk<K extends ShopDataKind>(deps: ShopDataDeps, kind: K): RequestHandler {
  return async (request, response) => {
    refuseOthers(request)
    const faults = createFaults()
    const saved = await saveStream(deps, readEntries(request, kind, faults.add), {
      kind,
      batchSize: BATCH,
      onRefused: ({ line }, { message }) => faults.add(line, [splitPath(message)]),
    })
    response.json({ saved, ...faults.report() } satisfies BulkReport)
  }
}

function refuseOthers(request: Request): void {
  if (!request.is([NDJSON, 'application/ndjson'])) throw invalid(`content-type: send ${NDJSON}, one object a line`)
  if (request.get('content-encoding')) throw invalid('content-encoding: send it as it is, not compressed')
  if (Number(request.get('content-length') ?? 0) > MAX_BULK_BYTES) throw tooLarge('Nothing of it was saved')
}

async function* readEntries<K extends ShopDataKind>(
  request: Request,
  kind: K,
  fault: (line: number, issues: readonly Issue[]) => void,
): AsyncGenerator<Entry<K>> {
  const { form } = SHOP_DATA[kind]
  for await (const line of readLines(atMost(request, MAX_BULK_BYTES), MAX_LINE_BYTES)) {
    if (line.text?.trim() === '') continue
    const input = parseLine(line)
    const result = 'issue' in input ? undefined : form.safeParse(input.data)
    if (result?.success) yield { line: line.number, item: result.data }
    else if ('issue' in input) fault(line.number, [input.issue])
    else if (result?.error) {
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      fault(line.number, issues)
    }
  }
}

function parseLine({ text, fault }: Line): { readonly data: unknown } | { readonly issue: Issue } {
  if (fault === 'length') return { issue: { path: '', message: 'The line is longer than 1 MB.' } }
  if (text === undefined) return { issue: { path: '', message: 'The line is not UTF-8.' } }
  try {
    return { data: JSON.parse(text) }
  } catch (error) {
    return { issue: { path: '', message: `The line is no JSON: ${error instanceof Error ? error.message : ''}` } }
  }
}

/** Counts lines that failed, and keeps the first of what is wrong with them, in the order of the lines. */
function createFaults() {
  const lines = new Set<number>()
  const errors: BulkReport['errors'] = []
  return {
    add: (line: number, issues: readonly Issue[]) => {
      lines.add(line)
      for (const issue of issues) if (errors.length < MAX_BULK_ERRORS) errors.push({ line, ...issue })
    },
    report: () => ({ failed: lines.size, errors: errors.toSorted((one, other) => one.line - other.line) }),
  }
}

/** An action names the field before the colon, as `invalid_input` does everywhere. */
function splitPath(message: string): Issue {
  const [, path = '', rest = message] = /^([\w.]+(?:, \w+)*): (.*)$/s.exec(message) ?? []
  return { path, message: rest }
}

async function* atMost(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limit) throw tooLarge('What came before is saved but for the last lines')
    yield chunk
  }
}

function tooLarge(fate: string): AppError {
  return invalid(`body: more than 50 MB. ${fate}; send it in smaller parts, saving the same again is harmless`)
}

function invalid(message: string): AppError {
  return new AppError('invalid_input', { message })
}
