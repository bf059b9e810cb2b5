import type { VNode } from 'preact';
import type { PropsOf } from './define.ts';
import type { definitions, WidgetId } from './definitions.ts';
import type { ReadOne } from './fill.ts';

/** What the `view.tsx` of a widget exports. */
export interface WidgetView<W extends WidgetId> {
  /** A pure function of the props; null where they leave nothing to show, so that the shop's own content stays. */
  View(props: PropsOf<(typeof definitions)[W]>): VNode | null;
  css: string;
  /** For a widget that shows a list. */
  readOne?: ReadOne;
  /** It comes with its view, so that the runtime does not grow with each widget. */
  definition: (typeof definitions)[W];
}
