import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesFrom } from './candidates.ts';
import { unfitted } from './fit-next-item.ts';
import { fitLinear } from './local-linear.ts';
import { indexOf } from './session-index.ts';
import { sessionsOf } from './sessions.ts';

const itemCount = 12;
const rows = fc.array(fc.array(fc.nat(itemCount - 1), { minLength: 1, maxLength: 6 }), { maxLength: 30 });
const questions = fc.array(
  fc.record({
    prefix: fc.array(fc.integer({ min: -1, max: itemCount }), { minLength: 1, maxLength: 5 }),
    barred: fc.subarray(Array.from({ length: itemCount }, (_, item) => item)),
  }),
  { minLength: 1, maxLength: 6 },
);

test('a question finds what it finds when it is the first, whatever was asked before; and of what may be shown the most promising', () => {
  fc.assert(
    fc.property(
      rows,
      questions,
      fc.constantFrom('sessions' as const, 'baskets' as const),
      fc.integer({ min: 1, max: 5 }),
      (rows, questions, kind, most) => {
        const index = indexOf(sessionsOf(rows, itemCount));
        const { settings, linearSettings } = unfitted(kind, rows.length);
        const linear = toEnd(fitLinear(index, linearSettings, 8));
        const popular = Int32Array.of(3, 1, 4);
        const fresh = (most: number) => candidatesFrom(index, linear, { ...settings, most }, popular);
        const asked = fresh(most);
        for (const { prefix, barred } of questions) {
          const ask = ({ find }: typeof asked) => find(Int32Array.from(prefix), prefix.length, rows.length);
          const all = fresh(itemCount);
          const inOrder = [...all.items.subarray(0, ask(all))];
          const first = fresh(most);
          expect(columns(asked, ask(asked))).toEqual(columns(first, ask(first)));
          const isAllowed = (item: number) => !barred.includes(item);
          const found = asked.findAllowed(isAllowed);
          expect([...asked.items.subarray(0, found)]).toEqual(inOrder.filter(isAllowed).slice(0, most));
        }
      },
    ),
  );
});

function columns({ items, features }: ReturnType<typeof candidatesFrom>, found: number) {
  return {
    items: [...items.subarray(0, found)],
    features: [...features.subarray(0, found * (features.length / items.length))],
  };
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
