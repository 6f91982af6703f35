import type { Line } from '../../protocol/lines.ts'
import { faultAt, type Read } from './draft.ts'

/** One JSON object a line; empty lines are left out. */
export async function* draftLines(lines: AsyncIterable<Line>): AsyncGenerator<Read> {
  for await (const line of lines) {
    if (line.text?.trim() !== '') yield draftLine(line)
  }
}

function draftLine({ number, text, fault }: Line): Read {
  if (fault === 'length') {
    const cause = { zh: '这一行超过 1 MB', en: 'the line is longer than 1 MB' }
    return { line: number, fault: faultAt(number, cause, { zh: '一行写一个对象', en: 'write one object a line' }) }
  }
  if (text === undefined) {
    const cause = { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' }
    return { line: number, fault: faultAt(number, cause, { zh: '另存为 UTF-8', en: 'save it as UTF-8' }) }
  }
  try {
    return {
      line: number,
      data: JSON.parse(text) as unknown,
      placeOf: (path) => ({ line: number, field: path.join('.') }),
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const cause = { zh: `不是完整的 JSON（${why}）`, en: `it is no JSON (${why})` }
    const mend = {
      zh: '一行写一个完整的对象，不要逗号结尾',
      en: 'write one whole object a line, without a comma behind it',
    }
    return { line: number, fault: faultAt(number, cause, mend) }
  }
}
