import type { Request, RequestHandler } from 'express'
import { type Entry, saveStream } from '../actions/shop-data/save-stream.ts'
import type { ShopDataDeps } from '../actions/shop-data/shop-data-deps.ts'
import type { AppError } from '../domain/errors.ts'
import { holdsNul } from '../domain/nul.ts'
import type { ShopDataKind } from '../domain/shop-data.ts'
import { type JsonLine, readJsonLines, readLines } from '../protocol/lines.ts'
import {
  type BulkReport,
  MAX_BULK_BYTES,
  MAX_BULK_ERRORS,
  MAX_LINE_BYTES,
  NDJSON,
} from '../protocol/shop-data-routes.ts'
import { SHOP_DATA } from '../protocol/shop-data-to-domain.ts'
import { invalidInput } from './parse-body.ts'

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
  if (!request.is([NDJSON, 'application/ndjson'])) throw invalidInput(`content-type: send ${NDJSON}, one object a line`)
  if (request.get('content-encoding')) throw invalidInput('content-encoding: send it as it is, not compressed')
  if (Number(request.get('content-length') ?? 0) > MAX_BULK_BYTES) throw tooLarge('Nothing of it was saved')
}

async function* readEntries<K extends ShopDataKind>(
  request: Request,
  kind: K,
  fault: (line: number, issues: readonly Issue[]) => void,
): AsyncGenerator<Entry<K>> {
  const { form } = SHOP_DATA[kind]
  for await (const line of readJsonLines(readLines(atMost(request, MAX_BULK_BYTES), MAX_LINE_BYTES))) {
    if ('fault' in line) {
      fault(line.number, [{ path: '', message: explainLine(line) }])
      continue
    }
    if (holdsNul(line.data)) {
      fault(line.number, [{ path: '', message: 'A text holds the character NUL.' }])
      continue
    }
    const { data, error } = form.safeParse(line.data)
    if (data) yield { line: line.number, item: data }
    else if (error) {
      const issues = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      fault(line.number, issues)
    }
  }
}

function explainLine({ fault, why }: Extract<JsonLine, { fault: string }>): string {
  if (fault === 'length') return 'The line is longer than 1 MB.'
  return fault === 'encoding' ? 'The line is not UTF-8.' : `The line is no JSON: ${why}`
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
  return invalidInput(`body: more than 50 MB. ${fate}; send it in smaller parts, saving the same again is harmless`)
}
