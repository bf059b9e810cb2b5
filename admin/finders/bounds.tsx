import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';

interface Span {
  least: number | null;
  most: number | null;
}

/** From, to, or both; `scale`: how many of what is kept are one of what is typed. */
export function Bounds({ of, scale, onChange }: { of: Span; scale: number; onChange: (span: Span) => void }) {
  const t = messages.value.finders;
  const field = (which: keyof Span) => {
    const value = of[which];
    return (
      <Field
        label={t[which]}
        type="number"
        range={{ least: -1e9, most: 1e9, step: 1 / scale }}
        value={value === null ? '' : String(value / scale)}
        onInput={(text) =>
          onChange({ least: of.least, most: of.most, [which]: text === '' ? null : Math.round(Number(text) * scale) })
        }
        optional
      />
    );
  };
  return (
    <>
      {field('least')}
      {field('most')}
    </>
  );
}
