import { SaxesParser } from 'saxes';
import { attributePrefix } from '../catalog/read-details.ts';
import type { FeedRow } from './row.ts';

/** An element of a product may be long, but not without end. */
const longest = 20_000;

/**
 * The items of a Google Merchant feed, RSS 2.0 or Atom, as they are read: a column is the local name of an element directly below
 * `<item>` or `<entry>`; the first of several wins. Of those that have elements themselves, `product_detail` and `shipping` are read. Throws where the XML is broken or cut off.
 */
export async function* merchantRows(chunks: AsyncIterable<string>): AsyncGenerator<FeedRow> {
  const ready: FeedRow[] = [];
  const parser = new SaxesParser();
  let item: FeedRow | null = null;
  let depth = 0;
  let text = '';
  /** The texts of the elements of one that is made of such. */
  let parts = new Map<string, string>();
  let failure: Error | null = null;

  parser.on('error', (error) => {
    failure ??= new Error(`This is no well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (!item) {
      if (localName(name) !== 'item' && localName(name) !== 'entry') return;
      item = { line: parser.line, row: {} };
      depth = 0;
      return;
    }
    depth++;
    if (depth <= 2) text = '';
    if (depth !== 1) return;
    parts = new Map();
    // Atom says it so: <link href="..."/>
    if (localName(name) === 'link' && typeof attributes.href === 'string') text = attributes.href;
  });
  const addText = (piece: string) => {
    if (item && (depth === 1 || depth === 2) && text.length < longest) text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    if (!item) return;
    if (depth === 0) {
      ready.push(item);
      item = null;
      return;
    }
    if (depth === 2) parts.set(localName(name), text.trim());
    if (depth === 1 && parts.size > 0) addParts(item.row, localName(name), parts);
    else if (depth === 1) item.row[localName(name)] ??= text.trim();
    depth--;
  });

  for await (const chunk of chunks) {
    parser.write(chunk);
    if (failure) throw failure;
    yield* ready.splice(0);
  }
  parser.close();
  if (failure) throw failure;
}

/** What has elements of its own becomes what the same has in one column of a table; several of them stand one after the other. */
function addParts(row: Record<string, string>, name: string, parts: ReadonlyMap<string, string>): void {
  if (name === 'product_detail') {
    row[`${attributePrefix}${parts.get('attribute_name') ?? ''}`] ??= parts.get('attribute_value') ?? '';
  } else if (name === 'shipping') {
    const country = parts.get('country');
    if (country) row[name] = `${row[name] ? `${row[name]},` : ''}${country}:${parts.get('region') ?? ''}`;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
