import { expect, it } from 'vitest';
import { corrected } from './several-arms.ts';

it('corrects several p-values as Holm does', () => {
  // As R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
  expect(corrected([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(corrected([0.9, 0.8])).toEqual([1, 1]);
  expect(corrected([])).toEqual([]);
});
