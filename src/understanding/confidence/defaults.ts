import type { Calibration } from './calibration.ts'
import { NO_TRIALS } from './reliability.ts'

const means = [0.173, 0.609, 0.518, 0.433, 0.446, 0.782, 0.512, 2.166, 0.18, -1, 0]
const deviations = [0.485, 0.543, 0.297, 0.18, 0.173, 0.413, 0.242, 0.485, 0.273, 1, 1]

/**
 * For a shop that is too small to calibrate by itself: fitted on 8,789 held-out outcomes, pooled from folds of the
 * training parts of SMP2017, BANKING77, CLINC150, HWU64, xSID and HINT3 (5 or 10 examples an intent), and of eleven tenths
 * of the demo shop. Signals are in the order of `judge`; the background, which few small shops have, has no say.
 */
export const DEFAULT_CALIBRATION: Calibration = {
  right: {
    means,
    deviations,
    weights: [1.837, 0.976, -0.431, -0.376, 0.363, -0.01, 0.134, 0.226, -0.553, 0, 0],
    bias: 0.338,
  },
  inScope: {
    means,
    deviations,
    weights: [0.559, 0.472, 0.022, 0.076, 0.199, -0.033, 0.124, 0.155, -0.099, 0, 0],
    bias: 1.125,
  },
  reliability: NO_TRIALS,
}
