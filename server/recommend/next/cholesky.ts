/**
 * Solves `A x = b` for a symmetric, positive A of which the lower triangle is given row by row in rows of `size`; A becomes its
 * Cholesky factor and b the answer. `ridge` is what was added to the diagonal: no pivot can be less where the rest of A is a
 * matrix of counts, so where samples have made of it what is none, it is taken as the pivot.
 */
export function solveInPlace(a: Float64Array, b: Float64Array, size: number, ridge: number): void {
  for (let row = 0; row < size; row++) {
    const at = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let sum = a[at + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (a[at + k] ?? 0) * (a[other + k] ?? 0);
      if (column < row) a[at + column] = sum * (a[other + column] ?? 0);
      // The inverse of the pivot is kept: it is only ever divided by.
      else a[at + row] = 1 / Math.sqrt(Math.max(sum, ridge));
    }
  }
  for (let row = 0; row < size; row++) {
    let sum = b[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (a[row * size + k] ?? 0) * (b[k] ?? 0);
    b[row] = sum * (a[row * size + row] ?? 0);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = b[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (a[k * size + row] ?? 0) * (b[k] ?? 0);
    b[row] = sum * (a[row * size + row] ?? 0);
  }
}
