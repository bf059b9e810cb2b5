import { form } from './form/definition.ts';
import { greeting } from './greeting/definition.ts';
import { shelf } from './shelf/definition.ts';

/** Every widget there is, as plain data. */
export const definitions = { greeting, shelf, form } as const;

export type WidgetId = keyof typeof definitions;
