import type { RuleBook } from '../segments/matches.ts';
import { conditionsOf, type Rule } from '../segments/rule.ts';
import type { Plan } from './prepare.ts';

/** What profiles do not say: it takes a look into the file. */
const ofStanding: ReadonlySet<string> = new Set([
  ...['orders', 'gross', 'net', 'average_order', 'customer_group', 'chance_to_return', 'expected_orders'],
  ...['expected_value', 'days_to_next_order', 'list'],
]);

/** Whether an audience of a running campaign asks for somebody's orders or lists. */
export function asksStanding({ bySlot, overlays }: Plan, rules: RuleBook): boolean {
  const all = [...[...bySlot.values()].flat(), ...overlays];
  return all.some(({ campaign: { audience } }) => audience !== null && asks(audience, rules));
}

function asks(rule: Rule, rules: RuleBook): boolean {
  return conditionsOf(rule).some((condition) => {
    if ('field' in condition) return ofStanding.has(condition.field);
    const other = 'segment' in condition ? rules.get(condition.segment) : undefined;
    return other !== undefined && asks(other, rules);
  });
}
