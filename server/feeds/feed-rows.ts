import { bounded } from '../outside.ts';
import { delimitedRows } from './delimited.ts';
import { merchantRows } from './merchant-xml.ts';
import type { FeedRow } from './row.ts';

/** A small file may unpack to more than any shop sells. */
const unpacked = 4_000_000_000;

/** Rows of a feed of whatever kind, known by its first bytes: gzip or not, XML or CSV or TSV, in the encoding that it says. */
export async function* feedRows(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<FeedRow> {
  const packed = await opened(bytes);
  const isGzip = packed.first[0] === 0x1f && packed.first[1] === 0x8b;
  const plain = isGzip
    ? await opened(bounded(packed.all.pipeThrough(new DecompressionStream('gzip')), unpacked))
    : packed;
  const encoding = encodingOf(plain.first);
  const chunks = plain.all.pipeThrough(new TextDecoderStream(encoding));
  const isXml = /^\s*</.test(new TextDecoder(encoding).decode(plain.first.slice(0, 200)));
  yield* isXml ? merchantRows(each(chunks)) : delimitedRows(each(chunks));
}

/** A stream with a look at its first bytes, which stay in it. */
async function opened(bytes: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = bytes.getReader();
  const { value: first = new Uint8Array() } = await reader.read();
  const all = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(first),
    pull: async (controller) => {
      const { value, done } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { first, all };
}

/** By its byte order mark, or as the XML itself says; UTF-8 otherwise. */
function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  const [, said] =
    /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(first.slice(0, 200))) ?? [];
  return said ?? 'utf-8';
}

async function* each(chunks: ReadableStream<string>): AsyncGenerator<string> {
  const reader = chunks.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
