/** What confidence turned out to be worth on texts that were held back: by falling confidence, each with its weight. */
export interface Reliability {
  readonly confidences: Float64Array
  readonly weights: Float64Array
  /** 1 where the best candidate was right. */
  readonly rights: Uint8Array
  /** The weight of messages that are asked as an example has it: they are answered right at any threshold. */
  readonly known: number
}

export interface Trial {
  readonly confidence: number
  readonly right: boolean
  readonly weight: number
}

export const NO_TRIALS: Reliability = toReliability([])

export function toReliability(trials: readonly Trial[], known = 0): Reliability {
  const sorted = [...trials].sort((a, b) => b.confidence - a.confidence)
  return {
    confidences: Float64Array.from(sorted, ({ confidence }) => confidence),
    weights: Float64Array.from(sorted, ({ weight }) => weight),
    rights: Uint8Array.from(sorted, ({ right }) => (right ? 1 : 0)),
    known,
  }
}

/** Too few trials make a threshold of chance. */
const FEWEST_ABOVE = 20

/**
 * The lowest confidence above which at most `risk` (0 to 1) of the answers are wrong: 1 where nothing is that sure, and
 * `undefined` where there are too few trials to say. What is out of scope counts as wrong when it is answered.
 */
export function thresholdFor({ confidences, weights, rights, known }: Reliability, risk: number): number | undefined {
  let answered = known
  let wrong = 0
  let threshold = confidences.length > FEWEST_ABOVE ? 1 : undefined
  for (const [at, confidence] of confidences.entries()) {
    const weight = weights[at] ?? 0
    answered += weight
    if (rights[at] === 0) wrong += weight
    if (at >= FEWEST_ABOVE && wrong <= risk * answered) threshold = confidence
  }
  return threshold
}

/** One bar of a reliability diagram. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  /** The share of all weight in this bin. */
  readonly share: number
  readonly confidence: number
  readonly accuracy: number
}

export function toBins({ confidences, weights, rights }: Reliability, count = 10): readonly ReliabilityBin[] {
  const bins = Array.from({ length: count }, () => ({ weight: 0, sure: 0, right: 0 }))
  let total = 0
  for (const [at, confidence] of confidences.entries()) {
    const bin = bins[Math.min(count - 1, Math.floor(confidence * count))]
    const weight = weights[at] ?? 0
    total += weight
    if (!bin) continue
    bin.weight += weight
    bin.sure += weight * confidence
    bin.right += weight * (rights[at] ?? 0)
  }
  return bins.map(({ weight, sure, right }, at) => ({
    from: at / count,
    to: (at + 1) / count,
    share: total > 0 ? weight / total : 0,
    confidence: weight > 0 ? sure / weight : 0,
    accuracy: weight > 0 ? right / weight : 0,
  }))
}

/** Expected calibration error (Naeini, Cooper, Hauskrecht, AAAI 2015): how far confidence and accuracy lie apart, 0 to 1. */
export function expectedCalibrationError(reliability: Reliability): number {
  return toBins(reliability).reduce((sum, bin) => sum + bin.share * Math.abs(bin.confidence - bin.accuracy), 0)
}
