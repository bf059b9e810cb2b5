import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimitedRows } from '../feeds/delimited.ts';
import { csvLine } from './csv.ts';

test.each([
  [['a', 'b;c', 3, null], ';', 'a;"b;c";3;\r\n'],
  [['a;b', 'say "no"', 'two\nlines'], ',', 'a;b,"say ""no""","two\nlines"\r\n'],
  [['=1+1', '@x', '-2+3', '+380671234567', '-5.00'], ',', "'=1+1,'@x,'-2+3,+380671234567,-5.00\r\n"],
] as const)('%j with %s', (cells, delimiter, line) => {
  expect(csvLine(cells, delimiter)).toBe(line);
});

test('what is written is read again', async () => {
  const cell = fc.string().filter((text) => text.trim() !== '' && !/^[=+\-@\t\r]/.test(text) && !text.includes('\r'));
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 2 }), fc.constantFrom(',', ';'), async (cells, by) => {
      const text = csvLine(['one', 'two'], by) + csvLine(cells, by);
      const chunks = (async function* () {
        yield text;
      })();
      const rows = [];
      for await (const { row } of delimitedRows(chunks)) rows.push(row);
      expect(rows).toEqual([{ one: cells[0], two: cells[1] }]);
    }),
  );
});
