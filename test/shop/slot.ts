import { html } from 'hono/html';
import type { Html } from './layout.ts';

/**
 * A place of Vitrina's with the shop's own content for it. Vitrina never swaps what was painted, so this shop gives it a
 * moment first (`shop.js` shows the template's content then); the style sheet keeps the box free (`data-height`).
 */
export const slot = (
  name: string,
  height: 'line' | 'form' | 'shelf' | 'data' | 'finder' | 'order-form' | 'order-status',
  content: Html,
  signed?: string,
) =>
  html`<div class="slot" data-vitrina="${name}" data-height="${height}" ${signed ? html`data-vitrina-signed="${signed}"` : ''}><template>${content}</template><noscript>${content}</noscript></div>`;
