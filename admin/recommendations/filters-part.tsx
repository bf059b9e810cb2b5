import type { Recipe } from '../../server/recommend/recipe.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import type { Change, Draft } from './draft.ts';
import { NumberLine } from './line.tsx';
import { Named } from './named.tsx';

const excludes = ['anchor', 'bought-lately'] as const;

/** What may be on the shelf at all. */
export function FiltersPart({ draft, onChange }: { draft: Draft; onChange: Change }) {
  const t = messages.value.recipes;
  const { exclude, only, never } = draft;
  const toggle = (name: Recipe['exclude'][number], isOn: boolean) =>
    onChange({ exclude: excludes.filter((one) => (one === name ? isOn : exclude.includes(one))) });
  return (
    <Card title={t.filters}>
      <div class="stack">
        <p class="soft small">{t.always}</p>
        {excludes.map((name) => (
          <label key={name} class="recipe-check">
            <input
              type="checkbox"
              checked={exclude.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />{' '}
            {t.excludes[name]}
          </label>
        ))}
        <Named label={t.only} meaning={t.onlyMeaning} scope={only} onChange={(scope) => onChange({ only: scope })} />
        <Named label={t.never} scope={never} onChange={(scope) => onChange({ never: scope })} />
        <PriceBounds price={draft.price} onChange={onChange} />
      </div>
    </Card>
  );
}

function PriceBounds({ price, onChange }: { price: Draft['price']; onChange: Change }) {
  const t = messages.value.recipes;
  const change = (part: Partial<NonNullable<Draft['price']>>) => {
    const next = { least: null, most: null, ...price, ...part };
    onChange({ price: next.least === null && next.most === null ? null : next });
  };
  return (
    <fieldset class="stack">
      <legend>{t.price}</legend>
      <div class="recipe-line">
        {(['least', 'most'] as const).map((bound) => (
          <NumberLine
            key={bound}
            label={t[bound]}
            value={price?.[bound] ?? null}
            min={-95}
            max={1000}
            empty={null}
            onInput={(percent) => change({ [bound]: percent })}
          />
        ))}
      </div>
      <p class="soft small">{t.priceHint}</p>
    </fieldset>
  );
}
