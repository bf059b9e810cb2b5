import { Liquid, type Template } from 'liquidjs';
import { createRecent } from '../recent.ts';
import type { Facts } from './facts.ts';
import type { HtmlProblem } from './problem.ts';

/** Letters of what is written, and of what comes out of it. */
export const longestSource = 5_000;
const longestText = 20_000;
/** Loops within one another: of the lists that there are, none is longer than five. */
const deepestLoop = 2;

const knownTags = new Set(['assign', 'break', 'case', 'comment', 'continue', 'for', 'if', 'raw', 'unless', '#']);
/** None that lets a text grow, or leaves it as it is where it is written out. */
const knownFilters = new Set([
  ...['capitalize', 'default', 'divided_by', 'downcase', 'escape', 'escape_once', 'first', 'join', 'last', 'minus'],
  ...['modulo', 'plus', 'round', 'size', 'strip', 'times', 'truncate', 'truncatewords', 'upcase'],
]);

const engine = createEngine();
/** What is read once is filled in for many; null for what cannot be. */
const read = createRecent<Template[] | null>(50);

/** Written out with what is known; null where that is not possible, or too much. */
export function fillIn(source: string, facts: Facts): string | null {
  let templates = read.get(source);
  if (templates === undefined) {
    templates = liquidProblems(source).length > 0 ? null : engine.parse(source);
    read.set(source, templates);
  }
  if (!templates) return null;
  try {
    const text = String(engine.renderSync(templates, facts));
    return text.length > longestText ? null : text;
  } catch {
    return null;
  }
}

/** What is wrong with it by itself, or with these facts, of which a misspelt one is none. */
export function liquidProblems(source: string, facts?: Facts): HtmlProblem[] {
  const loops = loopProblems(source);
  if (loops.length > 0) return loops;
  try {
    if (!facts) engine.parse(source);
    else if (String(engine.parseAndRenderSync(source, facts, { strictVariables: true })).length > longestText)
      return [{ line: null, column: null, code: 'too-much', what: '' }];
    return [];
  } catch (error) {
    return [problemOf(error)];
  }
}

/** The places in which Liquid stands, each with as many signs of another kind, so that lines and columns stay. */
export function blanked(source: string, blank: string): string {
  return source.replace(places, (place) => place.replace(/[^\n]/g, blank));
}

const places = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** An endless list, or loops in loops in loops, would be more work than a page waits for. */
function loopProblems(source: string): HtmlProblem[] {
  const problems: HtmlProblem[] = [];
  let depth = 0;
  for (const { 0: place, index } of source.matchAll(places)) {
    const at = { line: lineOf(source, index), column: index - source.lastIndexOf('\n', index - 1) };
    if (place.includes('..')) problems.push({ ...at, code: 'liquid-range', what: place.slice(0, 100) });
    const [, tag] = /^\{%-?\s*(\w+)/.exec(place) ?? [];
    if (tag === 'for' && ++depth > deepestLoop) problems.push({ ...at, code: 'liquid-depth', what: '' });
    if (tag === 'endfor') depth--;
  }
  return problems;
}

const lineOf = (source: string, index: number) => source.slice(0, index).split('\n').length;

function problemOf(error: unknown): HtmlProblem {
  const said = error instanceof Error ? error.message : String(error);
  const [, message = said, line, column] = /^([\s\S]*?)(?:, file:[^,]*)?, line:(\d+), col:(\d+)/.exec(said) ?? [];
  const at = { line: line ? Number(line) : null, column: column ? Number(column) : null };
  const [, tag] = /^tag "(.*)" not found/.exec(message) ?? [];
  const [, filter] = /^undefined filter: (.*)/.exec(message) ?? [];
  const [, variable] = /^undefined variable: (.*)/.exec(message) ?? [];
  if (tag !== undefined) return { ...at, code: 'liquid-tag', what: tag };
  if (filter !== undefined) return { ...at, code: 'liquid-filter', what: filter };
  if (variable !== undefined) return { ...at, code: 'liquid-variable', what: variable };
  return { ...at, code: 'liquid', what: message.slice(0, 200) };
}

function createEngine(): Liquid {
  const liquid = new Liquid({
    ...{ outputEscape: 'escape', ownPropertyOnly: true, strictFilters: true, lenientIf: true },
    ...{ parseLimit: longestSource, memoryLimit: 200_000 },
    // There are no other templates.
    templates: {},
  });
  for (const name of Object.keys(liquid.tags)) if (!knownTags.has(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!knownFilters.has(name)) delete liquid.filters[name];
  return liquid;
}
