import { type Line, readJsonLines } from '../../protocol/lines.ts'
import { type Fault, faultAt, type Read } from './draft.ts'

/** One JSON object a line; empty lines are left out. */
export async function* draftLines(lines: AsyncIterable<Line>): AsyncGenerator<Read> {
  for await (const line of readJsonLines(lines)) {
    const { number } = line
    if ('fault' in line) {
      const { cause, mend } = FAULTS[line.fault](line.why)
      yield { line: number, fault: faultAt(number, cause, mend) }
    } else yield { line: number, data: line.data, placeOf: (path) => ({ line: number, field: path.join('.') }) }
  }
}

const FAULTS = {
  length: () => ({
    cause: { zh: '这一行超过 1 MB', en: 'the line is longer than 1 MB' },
    mend: { zh: '一行写一个对象', en: 'write one object a line' },
  }),
  encoding: () => ({
    cause: { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' },
    mend: { zh: '另存为 UTF-8', en: 'save it as UTF-8' },
  }),
  json: (why: string) => ({
    cause: { zh: `不是完整的 JSON（${why}）`, en: `it is no JSON (${why})` },
    mend: {
      zh: '一行写一个完整的对象，不要逗号结尾',
      en: 'write one whole object a line, without a comma behind it',
    },
  }),
} as const satisfies Readonly<Record<string, (why: string) => Pick<Fault, 'cause' | 'mend'>>>
