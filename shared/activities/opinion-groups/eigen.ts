// Eigenvectors of a symmetric matrix by cyclic Jacobi rotations. Called by axes.ts.
// Source: C. G. J. Jacobi (1846); G. H. Golub and C. F. Van Loan, Matrix Computations, section 8.5.

const SWEEPS = 60

/** Unit eigenvectors, the one of the greatest eigenvalue first, each with its largest coordinate positive. */
export function eigenvectors(symmetric: readonly (readonly number[])[]): number[][] {
  const matrix = symmetric.map((row) => [...row])
  const vectors = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)))
  const enough = 1e-15 * Math.sqrt(squares(matrix, () => true))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (Math.sqrt(squares(matrix, (i, j) => i !== j)) <= enough) break
    for (let p = 0; p < matrix.length; p++)
      for (let q = p + 1; q < matrix.length; q++) annihilate(matrix, vectors, p, q)
  }
  return vectors
    .map((vector, i) => ({ vector: upright(vector), value: matrix[i]![i]! }))
    .sort((a, b) => b.value - a.value)
    .map(({ vector }) => vector)
}

/** One rotation of the plane (p, q) that makes the entry there zero. `vectors` holds one eigenvector a row. */
function annihilate(matrix: number[][], vectors: number[][], p: number, q: number): void {
  const entry = matrix[p]![q]!
  if (entry === 0) return
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * entry)
  const tan = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cos = 1 / Math.hypot(tan, 1)
  const sin = tan * cos
  for (const row of matrix) {
    const [x, y] = [row[p]!, row[q]!]
    row[p] = cos * x - sin * y
    row[q] = sin * x + cos * y
  }
  rotateRows(matrix[p]!, matrix[q]!, cos, sin)
  rotateRows(vectors[p]!, vectors[q]!, cos, sin)
}

function rotateRows(first: number[], second: number[], cos: number, sin: number): void {
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i]!, second[i]!]
    first[i] = cos * x - sin * y
    second[i] = sin * x + cos * y
  }
}

function upright(vector: number[]): number[] {
  const most = Math.max(...vector.map(Math.abs))
  const largest = vector.find((value) => Math.abs(value) > most - 1e-9) ?? 0
  return largest < 0 ? vector.map((value) => -value) : vector
}

function squares(matrix: readonly number[][], where: (i: number, j: number) => boolean): number {
  let sum = 0
  for (const [i, row] of matrix.entries())
    for (const [j, value] of row.entries()) if (where(i, j)) sum += value * value
  return sum
}
