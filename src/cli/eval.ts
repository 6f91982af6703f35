import { type EvaluationRequest, evaluateFile } from '../app/evaluate-file.ts'

/** Prints one JSON object: figures rounded to four places; on one line with `json`. */
export async function evaluateCommand(request: EvaluationRequest, json: boolean): Promise<number> {
  const evaluation = await evaluateFile(request)
  // The key is always there: null says that one side is empty.
  const result = { ...evaluation, auroc: evaluation.auroc ?? null }
  const rounded = JSON.stringify(
    result,
    (_, value: unknown) => (typeof value === 'number' ? round(value) : value),
    json ? 0 : 2,
  )
  console.log(rounded)
  return 0
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
