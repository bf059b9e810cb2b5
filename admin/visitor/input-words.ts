import type { Receipt } from '../../server/log/receipt.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { ProductNames } from './product-names.ts';

/** A number this large is a moment: 2001 in ms since 1970. */
const firstMoment = 1e12;

/** What went into a decision: product ids by name, moments as times; what was not there is left out. */
export function inputWords(inputs: Receipt['inputs'], names: ProductNames): { label: string; value: string }[] {
  const labels: Record<string, string> = messages.value.why.inputLabels;
  return Object.entries(inputs).flatMap(([key, input]) => {
    const value = words(input, names);
    return value === '' ? [] : [{ label: labels[key] ?? key, value }];
  });
}

function words(input: Receipt['inputs'][string], names: ProductNames): string {
  if (input === null) return '';
  if (typeof input === 'number') return input > firstMoment ? formats.value.moment(input) : formats.value.number(input);
  return typeof input === 'string' ? names(input) : formats.value.list(input.map(names));
}
