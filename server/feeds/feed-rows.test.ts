import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedRows } from './feed-rows.ts';
import type { FeedRow } from './row.ts';

/** These bytes, cut into pieces of some size. */
function stream(bytes: Uint8Array, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.slice(from, from + size)));
      from += size;
    },
  });
}

async function rows(text: string | Uint8Array, size = 1_000_000): Promise<FeedRow[]> {
  const all: FeedRow[] = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for await (const row of feedRows(stream(bytes, size))) all.push(row);
  return all;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'Ї', '🫖', '"', ',', ';', '\t', '\n', '\r\n', ' ', '0') });

describe('a CSV', () => {
  test('says what another reader of the same file reads, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (delimiter, end, records, size) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const written = (text: string, place: number) =>
            /[",;\t\r\n]/.test(text) || place === 0 ? quoted(text) : text;
          const text = [['a', 'b', 'c'], ...records]
            .map((record) => record.map(written).join(delimiter) + end)
            .join('');
          const expected: Record<string, string>[] = parse(text, { columns: true, delimiter, record_delimiter: end });
          expect((await rows(text, size)).map(({ row }) => row)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is numbered by the lines of the file, empty ones and those inside of quotes too', async () => {
    const read = await rows('id,name\n\n1,"two\nlines"\n2,x');
    expect(read).toEqual([
      { line: 3, row: { id: '1', name: 'two\nlines' } },
      { line: 5, row: { id: '2', name: 'x' } },
    ]);
  });

  test('that ends in the middle of a quote is no CSV', async () => {
    await expect(rows('id,name\n1,"cut o')).rejects.toThrow('ends in the middle of line 2');
    await expect(rows(`id,name\n1,"${'x'.repeat(3_000_000)}`, 65_536)).rejects.toThrow('is a quote not closed?');
  });

  test('may be packed, or in the encoding of a spreadsheet', async () => {
    const text = 'id\tname\n0012\tЧайник\n';
    const packed = await new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer();
    const utf16 = new Uint8Array(2 + text.length * 2);
    new DataView(utf16.buffer).setUint16(0, 0xfeff, true);
    [...text].forEach(
      (letter, place) => void new DataView(utf16.buffer).setUint16(2 + place * 2, letter.charCodeAt(0), true),
    );
    for (const bytes of [new Uint8Array(packed), utf16]) {
      expect(await rows(bytes, 7)).toEqual([{ line: 2, row: { id: '0012', name: 'Чайник' } }]);
    }
  });
});

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title><link>https://shop.example</link>
<item>
  <g:id>0012</g:id><title><![CDATA[Чай <b> & мед]]></title><link>https://shop.example/a?x=1&amp;y=2</link>
  <g:price>199.50 UAH</g:price><g:product_type>Чай &gt; Зелений</g:product_type>
  <g:shipping><g:price>50 UAH</g:price></g:shipping>
  <g:shipping><g:country>UA</g:country><g:price>50 UAH</g:price></g:shipping>
  <g:shipping><g:country>RO</g:country><g:region>CJ</g:region></g:shipping>
  <g:product_detail><g:section_name>Leaf</g:section_name><g:attribute_name>Weight</g:attribute_name>
    <g:attribute_value><![CDATA[250 g]]></g:attribute_value></g:product_detail>
  <g:product_detail><g:attribute_name>Origin</g:attribute_name><g:attribute_value>Uji</g:attribute_value></g:product_detail>
  <g:availability>out of stock</g:availability>
</item>
<item><g:id>2</g:id></item>
</channel></rss>`;

describe("a Google Merchant feed's XML", () => {
  test('is rows of its items, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        expect(await rows(rss, size)).toEqual([
          {
            line: 3,
            row: {
              id: '0012',
              title: 'Чай <b> & мед',
              link: 'https://shop.example/a?x=1&y=2',
              price: '199.50 UAH',
              product_type: 'Чай > Зелений',
              shipping: 'UA:,RO:CJ',
              'attribute:Weight': '250 g',
              'attribute:Origin': 'Uji',
              availability: 'out of stock',
            },
          },
          { line: 14, row: { id: '2' } },
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test('may be Atom', async () => {
    const atom =
      '<feed xmlns:g="g"><entry><g:id>1</g:id><link rel="alternate" href="https://shop.example/1"/></entry></feed>';
    expect(await rows(atom)).toEqual([{ line: 1, row: { id: '1', link: 'https://shop.example/1' } }]);
  });

  test.each([
    ['cut off', rss.slice(0, -20)],
    ['broken', '<rss><item></rss>'],
    ['made to grow', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item><id>&b;</id></item></rss>'],
  ])('that is %s is refused', async (_, text) => {
    await expect(rows(text)).rejects.toThrow('no well-formed XML');
  });
});
