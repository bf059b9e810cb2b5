import type { Definition, Field, PropsOf } from './define.ts';

/** One thing of a list as the view needs it, in a list; none where it cannot be shown. It comes with the view, so that the runtime does not grow with what there is to show. */
export type ReadOne = (one: Record<string, unknown>) => readonly object[];

/** The props of a view out of whatever a decision carries: what is missing or wrong becomes the field's default. */
export function fill<D extends Definition>(
  definition: D,
  props: Record<string, unknown>,
  readOne: ReadOne = () => [],
): PropsOf<D> {
  const read = (field: Field, value: unknown) => {
    if (field.type === 'text') return typeof value === 'string' ? value : field.default;
    return Array.isArray(value) ? value.flatMap((one) => readOne({ ...Object(one) })) : field.default;
  };
  const fields = Object.entries<Field>(definition.fields);
  return Object.fromEntries(fields.map(([name, field]) => [name, read(field, props[name])])) as PropsOf<D>;
}
