import { Plus } from 'lucide-preact';
import type { Recipe } from '../../server/recommend/recipe.ts';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import type { Change, Draft } from './draft.ts';
import { Chosen, NumberLine } from './line.tsx';
import { WordLine } from './word-line.tsx';

type Boost = Recipe['boosts'][number];

const whats = ['category', 'brand', 'new', 'margin'] as const;

/** What counts more or less than its ingredients say. */
export function BoostsPart({ draft: { boosts }, onChange }: { draft: Draft; onChange: Change }) {
  const t = messages.value.recipes;
  const put = (place: number, boost: Boost) => onChange({ boosts: boosts.with(place, boost) });
  return (
    <fieldset class="stack">
      <legend>{t.boosts}</legend>
      <p class="soft small">{t.boostsMeaning}</p>
      {boosts.map((boost, place) => (
        // They have no identity but their place.
        <div key={place} class="recipe-line">
          <Chosen
            label={t.boost}
            value={boost.what}
            options={whats.map((value) => ({ value, label: t.boostKinds[value] }))}
            onChoose={(what) =>
              put(
                place,
                what === 'new' || what === 'margin'
                  ? { what, factor: boost.factor }
                  : { what, value: '', factor: boost.factor },
              )
            }
          />
          {'value' in boost && (
            <WordLine
              label={t.boostValue}
              kind={boost.what === 'category' ? 'categories' : 'brands'}
              value={boost.value}
              onInput={(value) => put(place, { ...boost, value })}
            />
          )}
          <NumberLine
            label={t.factor}
            value={boost.factor}
            min={0.1}
            max={10}
            step={0.1}
            empty={1}
            onInput={(factor) => put(place, { ...boost, factor })}
          />
          <Button look="quiet" onPress={() => onChange({ boosts: boosts.toSpliced(place, 1) })}>
            {t.remove}
            <span class="unseen">: {t.boostKinds[boost.what]}</span>
          </Button>
        </div>
      ))}
      <div class="row">
        <Button onPress={() => onChange({ boosts: [...boosts, { what: 'new', factor: 2 }] })}>
          <Plus size={16} aria-hidden="true" />
          {t.addBoost}
        </Button>
      </div>
    </fieldset>
  );
}
