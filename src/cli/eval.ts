import { crossValidateExam } from '../app/cross-validate.ts'
import { type EvaluationRequest, evaluateFile, NOISES, readExam } from '../app/evaluate-file.ts'

/** As the command line has it: without a file, the examples themselves are held back in turn. */
export interface EvaluationOptions extends Omit<EvaluationRequest, 'file' | 'noise' | 'risk'> {
  readonly file?: string
  readonly noise?: string
  readonly risk?: string
  readonly crossValidate?: boolean
  readonly json?: boolean
}

/** Prints one JSON object: figures rounded to four places; on one line with `json`. */
export async function evaluateCommand({ file, noise, risk, ...options }: EvaluationOptions): Promise<number> {
  const accepted = risk === undefined ? undefined : parseRisk(risk)
  const kind = parseNoise(noise)
  if (options.crossValidate === true && (file ?? kind ?? options.errors) !== undefined) {
    throw new Error('--cross-validate holds back the examples themselves: leave out --file, --noise and --errors.')
  }
  const evaluation =
    options.crossValidate === true
      ? await crossValidateExam(await readExam({ ...options, risk: accepted }))
      : await evaluateFile({ ...options, file: needFile(file), noise: kind, risk: accepted })
  // The key is always there: null says that one side is empty.
  const result = { ...evaluation, auroc: evaluation.auroc ?? null }
  const rounded = JSON.stringify(
    result,
    (_, value: unknown) => (typeof value === 'number' ? round(value) : value),
    options.json === true ? 0 : 2,
  )
  console.log(rounded)
  return 0
}

function needFile(file: string | undefined): string {
  if (file === undefined)
    throw new Error('Name the labelled messages with --file, or hold back examples with --cross-validate.')
  return file
}

function parseNoise(noise: string | undefined): EvaluationRequest['noise'] {
  if (noise === undefined) return undefined
  const known = NOISES.find((one) => one === noise)
  if (!known) throw new Error(`There is no noise "${noise}". Choose one of: ${NOISES.join(', ')}.`)
  return known
}

function parseRisk(risk: string): number {
  const share = Number(risk)
  if (!(share > 0 && share < 1)) throw new Error(`"${risk}" is no risk. Write a share of wrong answers, as 0.04.`)
  return share
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
