import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { classes, everywhere, type Piece, tags } from '../../widgets/html/definition.ts';
import { addressOf } from './address-of.ts';
import type { HtmlProblem } from './problem.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Pieces and levels of one another. */
const most = 400;
const deepest = 16;

/** Of these nothing is kept; of all others that are not known what is in them, as text. */
const withContent: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'noscript', 'title', 'textarea'],
  ...['select', 'xmp', 'noembed', 'noframes', 'plaintext', 'frameset', 'head', 'video', 'audio', 'canvas'],
]);

/** The specification closes these by itself (HTML, 13.1.2.4). */
const closesItself: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'p', 'li', 'thead', 'tbody', 'tr', 'td', 'th']);

/**
 * A merchant's HTML as the pieces that we know, and what is not among them. It is read as browsers do (HTML, 13.2), and what comes out is no text
 * any more: whatever reads it makes elements of it one by one. `blank`: what stands in it for words that are not there yet.
 */
export function toPieces(source: string, blank?: string): { pieces: Piece[]; problems: HtmlProblem[] } {
  const problems: HtmlProblem[] = [];
  let count = 0;
  const fragment = parseFragment(source, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) =>
      problems.push({ line: startLine, column: startCol, code: 'syntax', what: code }),
  });

  // What a page has once, the parser leaves out in a part of one without a word.
  for (const { 0: what, index } of source.matchAll(/<(html|head|body|frame|frameset)\b/gi)) {
    const before = source.slice(0, index).split('\n');
    problems.push({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, code: 'tag', what: `${what}>` });
  }

  const refuse = (element: Element, code: HtmlProblem['code'], what: string) => {
    const { startLine, startCol } = element.sourceCodeLocation ?? {};
    // What the parser made itself, such as a table's body, is nobody's mistake.
    if (startLine !== undefined) problems.push({ line: startLine, column: startCol ?? 1, code, what });
  };

  function inside(nodes: readonly Node[], depth: number): Piece[] {
    return depth > deepest ? [] : nodes.flatMap((node) => pieceOf(node, depth));
  }

  function pieceOf(node: Node, depth: number): Piece[] {
    if (++count > most) return [];
    if ('value' in node) return node.value === '' ? [] : [node.value];
    if (!('tagName' in node)) return [];
    const tag = node.tagName === 'h1' ? 'h2' : node.tagName;
    const own = node.namespaceURI === xhtml && Object.hasOwn(tags, tag) ? tags[tag] : undefined;
    if (!own) {
      refuse(node, 'tag', `<${node.tagName}>`);
      return withContent.has(node.tagName) || node.namespaceURI !== xhtml ? [] : inside(node.childNodes, depth);
    }
    if (node.sourceCodeLocation && !node.sourceCodeLocation.endTag && !closesItself.has(tag))
      refuse(node, 'unclosed', `<${tag}>`);
    const attributes = attributesOf(node, own);
    if (tag === 'img' && attributes.src === undefined) return [];
    return [[tag, attributes, ...inside(node.childNodes, depth + 1)]];
  }

  function attributesOf(element: Element, own: readonly string[]): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const { name, value } of element.attrs) {
      if (![...everywhere, ...own].includes(name)) refuse(element, 'attribute', name);
      else if (blank !== undefined && value.includes(blank)) kept[name] = value;
      else if (name === 'href' || name === 'src') {
        const address = addressOf(value, name);
        if (address === null) refuse(element, 'address', value.slice(0, 100));
        else kept[name] = address;
      } else if (name === 'class') {
        const said = value.split(/\s+/).filter(Boolean);
        const known = said.filter((one) => classes.some((all) => all === one));
        for (const one of said) if (!known.includes(one)) refuse(element, 'class', one);
        if (known[0]) kept.class = known.join(' ');
      } else if (name === 'width' || name === 'height') {
        if (/^\d{1,4}$/.test(value)) kept[name] = value;
      } else kept[name] = value.slice(0, 300);
    }
    if (element.tagName === 'img' && kept.alt === undefined) refuse(element, 'no-alt', kept.src ?? '');
    // What comes late moves what is seen already.
    if (element.tagName === 'img' && !(kept.width && kept.height)) refuse(element, 'no-size', kept.src ?? '');
    return kept;
  }

  const pieces = inside(fragment.childNodes, 1);
  if (count > most) problems.push({ line: null, column: null, code: 'too-much', what: '' });
  return { pieces, problems };
}

const xhtml = 'http://www.w3.org/1999/xhtml';
