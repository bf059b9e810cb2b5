import type { SalePage } from './sale-page.ts';

/** Of the lines of one sale, by what something that belongs to the order as a whole is dealt to them. Only the first `count` are its own. */
export interface LineWeights {
  count: number;
  /** What they are worth; where no price is known, their pieces. */
  worths: Float64Array;
  /** What came back of each; where a refund names no piece, it is of all. */
  returned: Float64Array;
  pieces: Float64Array;
}

export function weightsFor(lines: number): LineWeights {
  const numbers = () => new Float64Array(lines);
  return { count: 0, worths: numbers(), returned: numbers(), pieces: numbers() };
}

/** Writes those of a sale into `weights`, which has room for them. */
export function weigh(page: SalePage, row: number, weights: LineWeights): void {
  const { worths, returned, pieces } = weights;
  const { quantity, returned: back, price } = page.lines;
  const [from, count] = [page.from[row] ?? 0, page.length[row] ?? 0];
  weights.count = count;
  let [worth, worthBack, piecesBack] = [0, 0, 0];
  for (let line = 0; line < count; line++) {
    const place = from + line;
    const [sold, cameBack, each] = [quantity[place] ?? 0, back[place] ?? 0, price[place] ?? 0];
    pieces[line] = sold;
    worth += worths[line] = each * (sold || cameBack);
    worthBack += returned[line] = each * cameBack;
    piecesBack += cameBack;
  }
  if (worth === 0)
    for (let line = 0; line < count; line++) worths[line] = (quantity[from + line] ?? 0) || (back[from + line] ?? 0);
  if (worthBack > 0) return;
  for (let line = 0; line < count; line++) returned[line] = (piecesBack > 0 ? back[from + line] : worths[line]) ?? 0;
}
