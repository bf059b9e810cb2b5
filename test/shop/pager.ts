import { html } from 'hono/html';
import { fill, type Messages } from './messages/messages.ts';

const PAGE_SIZE = 24;

interface Shown<T> {
  items: T[];
  number: number;
  pages: number;
}

/** The part of a list that a page shows; a number out of bounds is taken for the nearest that exists. */
export function pageOf<T>(all: readonly T[], wanted: string | undefined): Shown<T> {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const number = Math.min(pages, Math.max(1, Math.trunc(Number(wanted)) || 1));
  return { items: all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE), number, pages };
}

export function pager(texts: Messages, { number, pages }: Shown<unknown>, href: (number: number) => string) {
  if (pages === 1) return '';
  return html`<nav class="pager" aria-label="${texts.pages}">
    ${number > 1 ? html`<a class="button quiet-button" rel="prev" href="${href(number - 1)}">${texts.previous}</a>` : ''}
    <span>${fill(texts.pageOf, { page: String(number), pages: String(pages) })}</span>
    ${number < pages ? html`<a class="button quiet-button" rel="next" href="${href(number + 1)}">${texts.next}</a>` : ''}
  </nav>`;
}
