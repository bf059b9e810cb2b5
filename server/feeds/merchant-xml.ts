import { SaxesParser } from 'saxes';
import type { FeedRow } from './row.ts';

/** An element of a product may be long, but not without end. */
const longest = 20_000;

/**
 * The items of a Google Merchant feed, RSS 2.0 or Atom, as they are read: a column is the local name of an element directly below
 * `<item>` or `<entry>`; the first of several wins. Throws where the XML is broken or cut off.
 */
export async function* merchantRows(chunks: AsyncIterable<string>): AsyncGenerator<FeedRow> {
  const ready: FeedRow[] = [];
  const parser = new SaxesParser();
  let item: FeedRow | null = null;
  let depth = 0;
  let text = '';
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
    if (depth !== 1) return;
    text = '';
    // Atom says it so: <link href="..."/>
    if (localName(name) === 'link' && typeof attributes.href === 'string') text = attributes.href;
  });
  const addText = (piece: string) => {
    if (item && depth === 1 && text.length < longest) text += piece;
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
    if (depth === 1) item.row[localName(name)] ??= text.trim();
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

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
