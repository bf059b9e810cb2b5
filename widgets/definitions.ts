import { addShelf } from './add-shelf/definition.ts';
import { alert } from './alert/definition.ts';
import { coupon } from './coupon/definition.ts';
import { finder } from './finder/definition.ts';
import { form } from './form/definition.ts';
import { greeting } from './greeting/definition.ts';
import { html } from './html/definition.ts';
import { loan } from './loan/definition.ts';
import { message } from './message/definition.ts';
import { orderStatus } from './order-status/definition.ts';
import { prefill } from './prefill/definition.ts';
import { shelf } from './shelf/definition.ts';
import { survey } from './survey/definition.ts';
import { yourData } from './your-data/definition.ts';

/** Every widget there is, as plain data. */
export const definitions = {
  'add-shelf': addShelf,
  alert,
  greeting,
  shelf,
  form,
  finder,
  message,
  coupon,
  html,
  loan,
  prefill,
  survey,
  'order-status': orderStatus,
  'your-data': yourData,
} as const;

export type WidgetId = keyof typeof definitions;
