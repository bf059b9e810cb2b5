import { compare } from '../text-order.ts';
import { longAct, shortAct } from './short-act.ts';
import { type Steps, stepOf } from './steps.ts';

/**
 * Steps as short canonical text, the oldest first: of each the ms since the one before it, and the place of its act among
 * `known`, or among those that follow here; both in base 36.
 */
export function packSteps(steps: Steps, known: readonly string[]): string[] {
  const places = new Map(known.map((label, place) => [label, place]));
  const own: string[] = [];
  let before = 0;
  const parts = [...steps].sort(compare).map((step) => {
    const { at, act } = readStep(step);
    const label = shortAct(act);
    const place = places.get(label) ?? known.length + own.push(label) - 1;
    places.set(label, place);
    const distance = at - before;
    before = at;
    return `${distance.toString(36)}.${place.toString(36)}`;
  });
  return parts.length === 0 ? [] : [parts.join(' '), ...own];
}

export function unpackSteps([text, ...own]: readonly string[], known: readonly string[]): Set<string> {
  const labels = [...known, ...own];
  let at = 0;
  const steps = (text ?? '')
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [distance = '', place = ''] = part.split('.');
      at += Number.parseInt(distance, 36);
      return stepOf(at, longAct(labels[Number.parseInt(place, 36)] ?? ''));
    });
  return new Set(steps);
}

function readStep(step: string): { at: number; act: string } {
  const space = step.indexOf(' ');
  return { at: Number(step.slice(0, space)), act: step.slice(space + 1) };
}
