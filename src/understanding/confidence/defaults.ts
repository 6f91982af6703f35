import type { Calibration } from './calibration.ts'
import { NO_TRIALS } from './reliability.ts'

const means = [-0.074, 0.542, 0.433, 0.422, 0.444, 0.696, 0.78, 2.165, 0.229, -0.6, 0.3]
const deviations = [0.461, 0.502, 0.321, 0.172, 0.158, 0.46, 0.184, 0.479, 0.261, 0.3, 0.15]

/**
 * For a shop that is too small to calibrate by itself: fitted on 7,758 held-out outcomes, pooled from folds of the
 * training parts of SMP2017, BANKING77, CLINC150, HWU64 and xSID (5 or 10 examples an intent), of HINT3 and of the
 * demo shop. Signals are in the order of `judge`.
 */
export const DEFAULT_CALIBRATION: Calibration = {
  right: {
    means,
    deviations,
    weights: [2.138, 1.079, -0.581, -0.058, 0.173, -0.048, 0.195, 0.227, -0.908, 0, 0],
    bias: 0.108,
  },
  inScope: {
    means,
    deviations,
    weights: [0.867, 0.43, -0.082, 0.221, -0.099, -0.073, 0.213, 0.18, -0.111, 0, 0],
    bias: 1.123,
  },
  reliability: NO_TRIALS,
}
