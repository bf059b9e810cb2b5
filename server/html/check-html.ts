import { example, type Facts, nothingKnown } from './facts.ts';
import { blanked, fillIn, liquidProblems } from './fill-in.ts';
import type { HtmlProblem } from './problem.ts';
import { toPieces } from './to-pieces.ts';

/** A sign that nobody writes. */
const blank = '\uE000';
const most = 50;

/** Everything that is wrong with a merchant's HTML, the first of it first: by itself, and filled in for a stranger and for somebody well known. */
export function checkHtml(source: string): HtmlProblem[] {
  const liquid = [example, nothingKnown].flatMap((facts: Facts) => liquidProblems(source, facts)).slice(0, 1);
  const html = toPieces(blanked(source, blank), blank).problems;
  const found = [...liquid, ...html].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  if (found.length > 0) return found.slice(0, most);
  // What only comes out of it once it is filled in has no line of its own.
  return [example, nothingKnown]
    .flatMap((facts) => toPieces(fillIn(source, facts) ?? '').problems)
    .slice(0, 1)
    .map((problem) => ({ ...problem, line: null, column: null }));
}
