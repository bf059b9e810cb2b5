import { html } from 'hono/html';
import { z } from 'zod';
import type { MessageOut, Operation } from './operation.ts';

/** The API for people to read: one page, no script, nothing from elsewhere. */
export function docsPage(operations: readonly Operation[], messages: readonly MessageOut[], origin: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vitrina API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<nav aria-label="Calls">
<ul>${operations.map((operation) => html`<li><a href="#${anchor(operation)}">${title(operation)}</a></li>`)}${messages.map(
    ({ name }) => html`<li><a href="#${name}">${name}</a></li>`,
  )}</ul>
</nav>
<main>
<h1>Vitrina API</h1>
<p>What a shop’s server tells Vitrina, and asks it. For programs: <a href="/openapi.json">openapi.json</a>.</p>
<p>Make a secret key in the panel, under <a href="/admin/keys">Keys</a>, and send it with each call:
<code>Authorization: Bearer vk_…</code>. It opens everything of the shop: it belongs on your server, never on a page.</p>
<p>A refusal is <code>application/problem+json</code>: <code>code</code> for programs, <code>detail</code> for people, and
<code>field</code>, the path of what is wrong. In a list one wrong entry is refused alone, by its <code>index</code>.</p>
<p>With an <code>Idempotency-Key</code> header a call that is sent again with the same body is done once, and answered the same for
24 hours; with another body it is refused (409).</p>
<p>Each answer says in <code>RateLimit</code> how many calls the key has left (<code>r</code>), and in how many seconds it has all of
them again (<code>t</code>). One too many is refused (429) with <code>Retry-After</code>.</p>
${operations.map((operation) => section(operation, origin))}
${messages.map(messageSection)}
</main>
</body>
</html>`;
}

function section(operation: Operation, origin: string) {
  const { summary, text, access, query, body, answers, idempotent } = operation;
  const notes = {
    key: 'Secret key',
    page: 'Pages of the shop',
    visitor: 'Pages of the shop, with the visitor’s token',
    either: 'Pages of the shop, or a secret key',
    signature: 'Signed by the sender',
  };
  return html`<section id="${anchor(operation)}">
<h2>${summary}</h2>
<p class="call"><code>${title(operation)}</code> <span>${notes[access]}${idempotent ? ' · Idempotency-Key' : ''}</span></p>
<p>${text}</p>
${access === 'key' ? html`<pre tabindex="0"><code>${curl(operation, origin)}</code></pre>` : ''}
${
  query
    ? html`<h3>Address</h3><dl>${Object.entries(query).map(
        ([name, { text, required }]) =>
          html`<div><dt><code>${name}</code> <span>string${required ? ', required' : ''}</span></dt><dd>${text}</dd></div>`,
      )}</dl>`
    : ''
}
${body ? html`<h3>Body</h3>${fields(z.toJSONSchema(body.schema, { io: 'input', unrepresentable: 'any' }))}` : ''}
${Object.entries(answers).map(
  ([status, answer]) => html`<h3>${status}: ${answer.text}</h3>
${answer.schema ? fields(z.toJSONSchema(answer.schema, { io: 'output', unrepresentable: 'any' })) : ''}`,
)}
</section>`;
}

function messageSection({ name, summary, text, headers, schema, example }: MessageOut) {
  return html`<section id="${name}">
<h2>${summary}</h2>
<p class="call"><code>${name}</code> <span>A message to your server (POST), signed with the secret of its address</span></p>
<p>${text}</p>
<h3>Headers</h3><dl>${Object.entries(headers).map(
    ([header, said]) => html`<div><dt><code>${header}</code> <span>string</span></dt><dd>${said}</dd></div>`,
  )}</dl>
<h3>Body</h3>${fields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))}
<pre tabindex="0"><code>${JSON.stringify(example, null, 2)}</code></pre>
</section>`;
}

interface Shape {
  type?: unknown;
  properties?: Record<string, unknown>;
  required?: string[];
  items?: unknown;
  anyOf?: unknown[];
  enum?: unknown[];
  description?: string;
}

/** The fields of an object, those of the objects in it below. */
function fields(schema: unknown): ReturnType<typeof html> | '' {
  const shape = objectIn(schema);
  if (!shape?.properties) return '';
  const required = new Set(shape.required);
  return html`<dl>${Object.entries(shape.properties).map(
    ([
      name,
      value,
    ]) => html`<div><dt><code>${name}</code> <span>${kind(value)}${required.has(name) ? ', required' : ''}</span></dt>
<dd>${(value as Shape).description ?? ''}${fields(value)}</dd></div>`,
  )}</dl>`;
}

function objectIn(schema: unknown): Shape | null {
  if (typeof schema !== 'object' || schema === null) return null;
  const shape: Shape = schema;
  return shape.properties ? shape : objectIn(shape.items);
}

function kind(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return 'anything';
  const shape: Shape = schema;
  if (shape.enum) return shape.enum.join(' | ');
  if (shape.anyOf) return [...new Set(shape.anyOf.map(kind))].join(' or ');
  if (shape.type === 'array') return `list of ${kind(shape.items)}`;
  return typeof shape.type === 'string' ? shape.type : 'anything';
}

function curl({ method, path, body, idempotent }: Operation, origin: string): string {
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${origin}${path}`,
    '-H "Authorization: Bearer $VITRINA_KEY"',
    ...(idempotent ? ['-H "Idempotency-Key: 2026-11-21-1"'] : []),
    ...(body ? [`-H "Content-Type: ${body.type}"`, `-d '${JSON.stringify(body.example)}'`] : []),
  ].join(' \\\n  ');
}

function title({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

function anchor({ method, path }: Operation): string {
  return `${method}${path.replace(/\W+/g, '-')}`;
}

export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #444); --soft: light-dark(#555, #aaa); --box: light-dark(#f4f4f2, #26262a) }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #1b1b1f); color: light-dark(#222, #eee) }
a { color: light-dark(#0b57d0, #8ab4f8) }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; font-size: .875rem }
section { border-top: 1px solid var(--line); margin-top: 2rem }
.call span, dt span { color: var(--soft); font-size: .875rem }
pre { background: var(--box); padding: .75rem; overflow-x: auto; border-radius: .5rem; font-size: .8125rem }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
dl { border-left: 2px solid var(--line); margin: .25rem 0; padding-left: .75rem }
dl div { margin: .25rem 0 }
dd { margin: 0 0 0 1rem }
`;
