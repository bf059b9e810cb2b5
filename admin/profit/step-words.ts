import type { ProfitStep } from '../../server/profit/basis.ts';
import { messages } from '../language/current.ts';

/** A step's name: the merchant's own for a rule. */
export function stepName({ id, rule }: ProfitStep): string {
  return id === 'rule' ? (rule?.name ?? '') : messages.value.profit.steps[id];
}
