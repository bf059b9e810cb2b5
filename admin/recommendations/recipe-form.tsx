import type { Recipe } from '../../server/recommend/recipe.ts';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { WordsFields } from '../questions/words-fields.tsx';
import { BoostsPart } from './boosts-part.tsx';
import type { Change, Draft } from './draft.ts';
import { FiltersPart } from './filters-part.tsx';
import { IngredientsPart } from './ingredients-part.tsx';
import { Chosen, NumberLine } from './line.tsx';
import type { Recipes } from './load-recipes.ts';
import { nameOf } from './name-of.ts';
import { PinsPart } from './pins-part.tsx';

interface Props {
  draft: Draft;
  known: Recipes;
  isNew: boolean;
  onChange: Change;
}

/** A recipe, from what its shelf is headed with to what stands in its place where it finds too little. */
export function RecipeForm({ draft, known, isNew, onChange }: Props) {
  const t = messages.value.recipes;
  return (
    <>
      <Card title={t.shelf}>
        <div class="stack">
          {isNew && (
            <Field
              label={t.id}
              hint={t.idHint}
              value={draft.id}
              onInput={(id) => onChange({ id })}
              autocomplete="off"
            />
          )}
          <Chosen
            label={t.heading}
            value={draft.title}
            options={entries(t.titles)}
            onChoose={(title) => onChange({ title })}
          />
          <Disclosure summary={t.ownWords}>
            <WordsFields label={t.ownWords} words={draft.words} onChange={(words) => onChange({ words })} />
          </Disclosure>
          <div class="recipe-line">
            <Chosen
              label={t.anchor}
              value={draft.anchor}
              options={entries(t.anchors)}
              onChoose={(anchor) => onChange({ anchor })}
            />
            {(draft.anchor === 'history' || draft.ingredients.some(({ use }) => use === 'popular')) && (
              <NumberLine
                label={t.lookBack}
                hint={t.lookBackHint}
                value={draft.lookBack}
                min={1}
                max={730}
                empty={null}
                onInput={(lookBack) => onChange({ lookBack })}
              />
            )}
          </div>
        </div>
      </Card>
      <IngredientsPart draft={draft} readiness={known.readiness} onChange={onChange} />
      <FiltersPart draft={draft} onChange={onChange} />
      <Card title={t.order}>
        <div class="stack">
          <BoostsPart draft={draft} onChange={onChange} />
          <PinsPart draft={draft} onChange={onChange} />
          <Bounds draft={draft} onChange={onChange} />
        </div>
      </Card>
      <Size draft={draft} recipes={known.recipes} onChange={onChange} />
    </>
  );
}

function Bounds({ draft: { atMost, shuffle, limit }, onChange }: { draft: Draft; onChange: Change }) {
  const t = messages.value.recipes;
  return (
    <div class="recipe-line">
      {(['category', 'brand'] as const).map((of) => (
        <NumberLine
          key={of}
          label={of === 'category' ? t.atMostCategory : t.atMostBrand}
          hint={t.noBound}
          value={atMost[of]}
          min={1}
          max={24}
          empty={null}
          onInput={(most) => onChange({ atMost: { ...atMost, [of]: most } })}
        />
      ))}
      <NumberLine
        label={t.shuffle}
        hint={t.shuffleHint}
        value={shuffle}
        min={0}
        max={limit}
        empty={0}
        onInput={(first) => onChange({ shuffle: first })}
      />
    </div>
  );
}

function Size({ draft, recipes, onChange }: { draft: Draft; recipes: readonly Recipe[]; onChange: Change }) {
  const t = messages.value.recipes;
  const others = recipes.filter(({ id }) => id !== draft.id);
  return (
    <Card title={t.size}>
      <div class="recipe-line">
        <NumberLine
          label={t.limit}
          value={draft.limit}
          min={1}
          max={24}
          empty={12}
          onInput={(limit) => onChange({ limit })}
        />
        <NumberLine
          label={t.minimum}
          value={draft.minimum}
          min={1}
          max={draft.limit}
          empty={1}
          onInput={(minimum) => onChange({ minimum })}
        />
        <Chosen
          label={t.fallback}
          value={draft.fallback ?? ''}
          options={[
            { value: '', label: t.noFallback },
            ...others.map((recipe) => ({ value: recipe.id, label: nameOf(recipe) })),
          ]}
          onChoose={(id) => onChange({ fallback: id === '' ? null : id })}
        />
      </div>
    </Card>
  );
}

function entries<V extends string>(words: Record<V, string>): { value: V; label: string }[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }));
}
