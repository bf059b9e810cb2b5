import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everywhere, type Piece, tags } from '../../widgets/html/definition.ts';
import { addressOf } from './address-of.ts';
import { checkHtml } from './check-html.ts';
import { example, nothingKnown } from './facts.ts';
import { fillIn } from './fill-in.ts';
import { piecesFor } from './pieces-for.ts';
import { toPieces } from './to-pieces.ts';
import vectors from './vectors.cases.json' with { type: 'json' };

const drawn = (source: string, facts = example) => piecesFor(source, facts);
const wrong = (source: string) => checkHtml(source).map(({ line, code, what }) => [line, code, what]);

/** What of these pieces could do anything but be looked at: none may. */
function dangers(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const [tag, attributes, ...inner] = piece;
    const own = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
    const found = own ? [] : [`<${tag}>`];
    for (const [name, value] of Object.entries(attributes)) {
      if (![...everywhere, ...(own ?? [])].includes(name)) found.push(name);
      if (name === 'href' && !/^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/.test(value)) found.push(value);
      if (name === 'src' && !/^(https:\/\/|\/(?![/\\]))/.test(value)) found.push(value);
    }
    return [...found, ...dangers(inner)];
  });
}

describe('a merchant’s HTML', () => {
  test('becomes pieces', () => {
    const source = '<h1>Hello</h1><p class="center">Look at <a href="/sale?a=1&amp;b">the <b>sale</b></a><br>now</p>';
    expect(drawn(source)).toEqual([
      ['h2', {}, 'Hello'],
      [
        'p',
        { class: 'center' },
        'Look at ',
        ['a', { href: '/sale?a=1&b' }, 'the ', ['b', {}, 'sale']],
        ['br', {}],
        'now',
      ],
    ]);
    expect(wrong(source)).toEqual([]);
  });

  test.each(vectors)('does nothing with %s', (vector) => {
    const { pieces } = toPieces(vector);
    expect(dangers(pieces)).toEqual([]);
    expect(dangers(drawn(vector) ?? [])).toEqual([]);
    expect(checkHtml(vector)).not.toEqual([]);
  });

  test('does nothing whatever it is made of', () => {
    const bits = fc.constantFrom(
      ...vectors,
      ...['<', '>', '"', "'", '`', '=', '/', '&', '&lt;', '&#x3c;', '<!--', '-->', '<![CDATA[', ']]>', '\0', '\t'],
      ...[
        '<a href="',
        'javascript:',
        'JaVa\tScRiPt:',
        'data:text/html,',
        '//evil.example',
        '\\\\evil',
        'https://x.example',
      ],
      ...[
        '<img src=x ',
        'onerror=alert(1)',
        ' style="',
        '<svg>',
        '<math><mtext>',
        '<table><tr>',
        '</p>',
        '<p>',
        '</table>',
      ],
      ...[
        '{{ visitor.name }}',
        '{% if visitor.known %}',
        '{% endif %}',
        '{% raw %}',
        '{% endraw %}',
        '{{ "<" }}',
        '{{ "',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 12 }), (parts) => {
        const source = parts.join('');
        expect(dangers(toPieces(source).pieces)).toEqual([]);
        expect(dangers(drawn(source) ?? [])).toEqual([]);
        expect(() => checkHtml(source)).not.toThrow();
      }),
      { numRuns: 1_500 },
    );
  });

  test('says what is wrong with it, by line', () => {
    const source = [
      ...[
        '<p onclick="x()" style="color:red">',
        '<script>alert(1)</script>',
        '<a href="javascript:alert(1)">a</a></p>',
      ],
      ...['<img src="http://x.example/a.png" alt="">', '<img src="/a.png">', '<div class="row hero">', '<b>bold</p>'],
    ].join('\n');
    expect(wrong(source)).toEqual([
      ...[
        [1, 'attribute', 'onclick'],
        [1, 'attribute', 'style'],
        [2, 'tag', '<script>'],
      ],
      ...[
        [3, 'address', 'javascript:alert(1)'],
        [4, 'address', 'http://x.example/a.png'],
        [4, 'no-size', ''],
        [5, 'no-alt', '/a.png'],
        [5, 'no-size', '/a.png'],
      ],
      ...[
        [6, 'unclosed', '<div>'],
        [6, 'class', 'hero'],
        [7, 'unclosed', '<b>'],
      ],
    ]);
  });

  test('has an end: neither very deep nor very much of it is kept', () => {
    expect(JSON.stringify(toPieces('<div>'.repeat(5_000)).pieces).split('div')).toHaveLength(17);
    const much = toPieces('<b>a</b>'.repeat(1_000));
    expect(much.pieces).toHaveLength(200);
    expect(much.problems).toMatchObject([{ code: 'too-much' }]);
  });
});

describe('an address', () => {
  test.each([
    ['/sale', '/sale'],
    ['/a b?c=<"', '/a%20b?c=%3C%22'],
    ['#top', '#top'],
    ['HTTPS://Shop.example/a', 'https://shop.example/a'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['//evil.example', null],
    ['/\\evil.example', null],
    ['/\t/evil.example', null],
    ['java\nscript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://shop.example@evil.example', null],
    ['sale', null],
    ['blob:https://x.example/1', null],
  ])('%j leads to %j', (said, address) => {
    expect(addressOf(said, 'href')).toBe(address);
  });
});

describe('what is filled in', () => {
  test('is text, whatever is in it', () => {
    const source = '<p title="{{ visitor.name }}">Hello {{ visitor.name }}, {{ visitor.likes | join: ", " }}</p>';
    expect(drawn(source)).toEqual([
      ['p', { title: 'Anna <Maria> & Co' }, 'Hello Anna <Maria> & Co, Mugs, Candles, Garden, Cards, Toys'],
    ]);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...vectors), fc.string()), (name) => {
        const facts = { ...example, visitor: { ...example.visitor, name } };
        const pieces = drawn(
          '<p title="{{ visitor.name }}"><a href="{{ visitor.name }}">{{ visitor.name }}</a></p>',
          facts,
        );
        const [p] = pieces ?? [];
        expect(pieces).toHaveLength(1);
        expect(dangers(pieces ?? [])).toEqual([]);
        expect(Array.isArray(p) && p[0]).toBe('p');
        // One link, and in it only text.
        const link = Array.isArray(p) ? p[2] : undefined;
        expect(Array.isArray(link) ? link.slice(2).every((inner) => typeof inner === 'string') : true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('differs for a stranger', () => {
    const source = '{% if visitor.known %}<p>Welcome, {{ visitor.name }}</p>{% else %}<p>Hello</p>{% endif %}';
    expect([drawn(source), drawn(source, nothingKnown)]).toEqual([
      [['p', {}, 'Welcome, Anna <Maria> & Co']],
      [['p', {}, 'Hello']],
    ]);
    expect(wrong(source)).toEqual([]);
  });

  test.each([
    ['a misspelt fact', '<p>\n{{ visitor.nam }}</p>', [2, 'liquid-variable', 'visitor.nam']],
    ['a tag that there is none of', '\n\n{% include "x" %}', [3, 'liquid-tag', 'include']],
    ['what would leave a fact as it is', '{{ visitor.name | raw }}', [1, 'liquid-filter', 'raw']],
    ['what makes texts grow', '{% assign a = "x" | append: "y" %}', [1, 'liquid-filter', 'append']],
    ['an endless list', '{% for i in (1..9999999) %}{% endfor %}', [1, 'liquid-range', '{% for i in (1..9999999) %}']],
    ['what is not ended', '<p>{% if visitor.known %}</p>', [1, 'liquid', 'tag {% if visitor.known %} not closed']],
    [
      'loops in loops in loops',
      '{% for a in cart.items %}{% for b in cart.items %}{% for c in cart.items %}{% endfor %}{% endfor %}{% endfor %}',
      [1, 'liquid-depth', ''],
    ],
  ])('is refused with %s', (_, source, problem) => {
    expect(wrong(source)).toEqual([problem]);
  });

  test('knows nothing of how it is made, and has an end', () => {
    for (const source of [
      '{{ visitor.constructor }}',
      '{{ visitor.__proto__.toString }}',
      '{{ "a".constructor.constructor }}',
    ])
      expect(fillIn(source, example) ?? '').toBe('');
    const loop = `{% for a in cart.items %}{% for b in cart.items %}${'x'.repeat(4_000)}{% endfor %}{% endfor %}`;
    expect(fillIn(loop, example)).toBeNull();
    expect(wrong(loop)).toEqual([[null, 'too-much', '']]);
    expect(fillIn('{% if %}', example)).toBeNull();
  });
});
