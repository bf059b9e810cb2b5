import type { LogEvent } from '../log/log-event.ts';
import { compare } from '../text-order.ts';

/**
 * What somebody did one after the other: `<ms since 1970> <event>`, and for items `<ms> <event> <category>`. Of each kind of
 * event the newest few are kept, and of all these the newest: whether one is among them depends on those after it alone, of
 * which a union has no fewer than its parts, so that it may be dropped early or late (see `lattice.ts`).
 */
export type Steps = ReadonlySet<string>;

const ofEachKind = 10;
const ofAll = 50;

/** Happens by the way on every page: it would push out what is meant. */
const byTheWay = new Set([
  'page_view',
  'view_item_list',
  'select_item',
  'view_cart',
  'view_promotion',
  'select_promotion',
]);

export const isStep = (name: string): boolean => !byTheWay.has(name);

/** `categories`: of its items, each once. */
export function stepsOf({ at, name }: LogEvent, categories: readonly string[]): string[] {
  return categories.length === 0 ? [stepOf(at, name)] : categories.map((category) => stepOf(at, `${name} ${category}`));
}

/** Thirteen digits last until the year 2286, so that the greatest keys are the newest. */
export function stepOf(at: number, act: string): string {
  return `${String(at).padStart(13, '0')} ${act}`;
}

export function newestSteps(steps: Steps): Set<string> {
  const kinds = new Map<string, number>();
  const kept = new Set<string>();
  for (const step of [...steps].sort((a, b) => compare(b, a))) {
    if (kept.size === ofAll) break;
    const kind = kindOf(step);
    const known = kinds.get(kind) ?? 0;
    kinds.set(kind, known + 1);
    if (known < ofEachKind) kept.add(step);
  }
  return kept;
}

export interface Step {
  /** ms since 1970. */
  at: number;
  name: string;
  /** Empty for none. */
  category: string;
}

/** The steps that are kept, the newest first. */
export function readSteps(steps: Steps): Step[] {
  return Array.from(newestSteps(steps), (step) => {
    const name = kindOf(step);
    const space = step.indexOf(' ');
    return { at: Number(step.slice(0, space)), name, category: step.slice(space + name.length + 2) };
  });
}

/** Of every page all of them are asked: it is read without making a list of its parts. */
function kindOf(step: string): string {
  const from = step.indexOf(' ') + 1;
  const to = step.indexOf(' ', from);
  return to < 0 ? step.slice(from) : step.slice(from, to);
}
