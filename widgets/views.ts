import type { WidgetId } from './definitions.ts';
import type { WidgetView } from './view.ts';

type Views = { [W in WidgetId]: () => Promise<WidgetView<W>> };

/** A chunk for each widget, loaded when a slot shows it for the first time. */
export const views: Views = {
  greeting: () => import('./greeting/view.tsx'),
  'add-shelf': () => import('./add-shelf/view.tsx'),
  alert: () => import('./alert/view.tsx'),
  coupon: () => import('./coupon/view.tsx'),
  finder: () => import('./finder/view.tsx'),
  form: () => import('./form/view.tsx'),
  html: () => import('./html/view.tsx'),
  loan: () => import('./loan/view.tsx'),
  message: () => import('./message/view.tsx'),
  'order-status': () => import('./order-status/view.tsx'),
  prefill: () => import('./prefill/view.tsx'),
  shelf: () => import('./shelf/view.tsx'),
  survey: () => import('./survey/view.tsx'),
  'your-data': () => import('./your-data/view.tsx'),
} satisfies Record<WidgetId, unknown>;
