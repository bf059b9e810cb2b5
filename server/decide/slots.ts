import type { WidgetId } from '../../widgets/definitions.ts';

/** What a shop puts into a named place of its pages. */
export type SlotSetup =
  | { widget: Extract<WidgetId, 'greeting'> }
  | { widget: Extract<WidgetId, 'form'> }
  | { widget: Extract<WidgetId, 'your-data'> }
  | { widget: Extract<WidgetId, 'shelf'>; recipe: string };

/** The slots that a new shop begins with: the names that its pages may use in `data-vitrina`. */
export const slots: Readonly<Record<string, SlotSetup>> = {
  greeting: { widget: 'greeting' },
  home: { widget: 'shelf', recipe: 'for-you' },
  news: { widget: 'shelf', recipe: 'new-since' },
  product: { widget: 'shelf', recipe: 'with-this' },
  questions: { widget: 'form' },
  'your-data': { widget: 'your-data' },
  cart: { widget: 'shelf', recipe: 'with-cart' },
};
