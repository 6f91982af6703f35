/** Unit vectors along which the data varies most, the strongest first. */
export type Axes = readonly Float64Array[]

const ROUNDS = 200

/** The principal axes of vectors, by orthogonal iteration on their second moments (Golub & Van Loan, "Matrix Computations", 8.2.4). */
export function principalAxes(vectors: readonly Float64Array[], count: number): Axes {
  const width = vectors[0]?.length ?? 0
  const moments = Array.from({ length: width }, () => new Float64Array(width))
  for (const vector of vectors) {
    for (let row = 0; row < width; row++) {
      const line = moments[row] ?? vector
      for (let at = 0; at < width; at++) line[at] = (line[at] ?? 0) + (vector[row] ?? 0) * (vector[at] ?? 0)
    }
  }
  let axes: Axes = Array.from({ length: count }, (_, row) =>
    Float64Array.from({ length: width }, (__, at) => (at === row ? 1 : Math.sin(row * 7.3 + at))),
  )
  for (let round = 0; round < ROUNDS; round++) {
    axes = orthogonal(axes.map((axis) => Float64Array.from(moments, (line) => dot(line, axis))))
  }
  return axes
}

export function project(axes: Axes, vector: Float64Array): Float64Array {
  return Float64Array.from(axes, (axis) => dot(axis, vector))
}

/** Gram–Schmidt. */
function orthogonal(vectors: Axes): Axes {
  const done: Float64Array[] = []
  for (const vector of vectors) {
    const rest = vector.slice()
    for (const other of done) {
      const share = dot(rest, other)
      for (let at = 0; at < rest.length; at++) rest[at] = (rest[at] ?? 0) - share * (other[at] ?? 0)
    }
    const length = Math.hypot(...rest) || 1
    done.push(rest.map((value) => value / length))
  }
  return done
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
