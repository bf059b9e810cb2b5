import { html, raw } from 'hono/html';

/** A call of `window.vitrina` that a page makes. */
export interface Call {
  name: string;
  params?: Record<string, unknown> | undefined;
}

export interface Vitrina {
  /** The collector's, `https://collect.example`; empty means this host. */
  origin: string;
  /** The shop's public key. */
  site: string;
}

const STUB = 'window.vitrina=window.vitrina||function(){(vitrina.q=vitrina.q||[]).push(arguments)};';

/** The tag as an owner pastes it, and what this page has to say through it. */
export function tag({ origin, site }: Vitrina, calls: readonly Call[], nonce: string | undefined) {
  return html`<script nonce="${nonce ?? ''}">${raw(STUB + calls.map(written).join(''))}</script>
    <script async src="${origin}/v.js" data-site="${site}"></script>`;
}

const written = ({ name, params }: Call) => `vitrina(${[name, ...(params ? [params] : [])].map(literal).join()});`;

/** JSON that may stand in a script: a name with `</script>` in it stays a string. */
const literal = (value: unknown) =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
