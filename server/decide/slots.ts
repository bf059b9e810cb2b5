import type { WidgetId } from '../../widgets/definitions.ts';
import type { Content } from '../campaigns/content.ts';

/** What a shop puts into a named place of its pages. */
export type SlotSetup =
  | { widget: Extract<WidgetId, 'greeting'> }
  | { widget: Extract<WidgetId, 'form'> }
  | { widget: Extract<WidgetId, 'your-data'> }
  | { widget: Extract<WidgetId, 'prefill'> }
  | { widget: Extract<WidgetId, 'alert'> }
  | { widget: Extract<WidgetId, 'order-status'> }
  /** Null: the shop's first one. */
  | { widget: Extract<WidgetId, 'finder'>; finder: string | null }
  /** `add`: of a campaign alone. */
  | { widget: Extract<WidgetId, 'shelf'>; recipe: string; add?: true | undefined }
  /** Of a campaign alone. */
  | Extract<Content, { widget: 'message' | 'coupon' | 'survey' | 'html' | 'loan' }>;

/** The slots that a new shop begins with: the names that its pages may use in `data-vitrina`. */
export const slots: Readonly<Record<string, SlotSetup>> = {
  greeting: { widget: 'greeting' },
  home: { widget: 'shelf', recipe: 'for-you' },
  news: { widget: 'shelf', recipe: 'new-since' },
  product: { widget: 'shelf', recipe: 'with-this' },
  questions: { widget: 'form' },
  finder: { widget: 'finder', finder: null },
  'your-data': { widget: 'your-data' },
  'order-form': { widget: 'prefill' },
  alert: { widget: 'alert' },
  'order-status': { widget: 'order-status' },
  cart: { widget: 'shelf', recipe: 'with-cart' },
};

/** What a slot shows; `finder-gifts` is the finder "gifts". Undefined for a name that nobody has set up. */
export function setupOf(slot: string, all: Readonly<Record<string, SlotSetup>>): SlotSetup | undefined {
  if (Object.hasOwn(all, slot)) return all[slot];
  return slot.startsWith(ofFinder) ? { widget: 'finder', finder: slot.slice(ofFinder.length) } : undefined;
}

const ofFinder = 'finder-';
