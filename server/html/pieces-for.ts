import type { Piece } from '../../widgets/html/definition.ts';
import { createRecent } from '../recent.ts';
import type { Facts } from './facts.ts';
import { fillIn } from './fill-in.ts';
import { toPieces } from './to-pieces.ts';

/** To read HTML takes longer than to fill it in, and of many visitors the same comes out. */
const read = createRecent<Piece[]>(50);

/** A merchant's HTML for whoever looks, as pieces; null where it cannot be filled in. What is not allowed is not among them, whatever was filled in. */
export function piecesFor(source: string, facts: Facts): Piece[] | null {
  const text = fillIn(source, facts);
  if (text === null) return null;
  const known = read.get(text);
  if (known) return known;
  const { pieces } = toPieces(text);
  read.set(text, pieces);
  return pieces;
}
