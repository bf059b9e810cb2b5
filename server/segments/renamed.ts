import { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';
import type { Segment } from './segments.ts';

/** A rule in which segments go by their names, as people write them. */
export function byName(rule: Rule, all: readonly Segment[]): Rule {
  return renamed(rule, (id) => all.find((segment) => segment.id === id)?.name ?? id);
}

/** A rule in which segments go by their ids, as they are kept. Throws a `Problem` for a name that no segment has. */
export function byId(rule: Rule, all: readonly Segment[]): Rule {
  return renamed(rule, (name) => {
    const found = all.find((segment) => segment.name === name) ?? all.find((segment) => segment.id === name);
    if (!found) throw new Problem(422, 'unknown-segment', `There is no segment "${name}".`, { field: 'line' });
    return found.id;
  });
}

function renamed(rule: Rule, name: (segment: string) => string): Rule {
  if ('all' in rule) return { all: rule.all.map((part) => renamed(part, name)) };
  if ('any' in rule) return { any: rule.any.map((part) => renamed(part, name)) };
  if ('not' in rule) return { not: renamed(rule.not, name) };
  return 'segment' in rule ? { segment: name(rule.segment) } : rule;
}
