import { Plus } from 'lucide-preact';
import type { IngredientName } from '../../server/recommend/recipe.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import type { Change, Draft } from './draft.ts';
import { Chosen, NumberLine } from './line.tsx';
import type { Recipes } from './load-recipes.ts';
import { ReadinessBadge } from './readiness-badge.tsx';
import { readinessText } from './readiness-text.ts';

interface Props {
  draft: Draft;
  readiness: Recipes['readiness'];
  onChange: Change;
}

export function IngredientsPart({ draft: { ingredients }, readiness, onChange }: Props) {
  const t = messages.value.recipes;
  const words = messages.value.why.ingredients;
  const all = Object.keys(words) as IngredientName[];
  const left = all.filter((use) => !ingredients.some((ingredient) => ingredient.use === use));
  const put = (place: number, part: Partial<Draft['ingredients'][number]>) =>
    onChange({ ingredients: ingredients.map((old, at) => (at === place ? { ...old, ...part } : old)) });
  const next = left[0];
  return (
    <Card title={t.ingredients}>
      <div class="stack">
        <p class="soft small">{t.ingredientsMeaning}</p>
        <ul class="stack">
          {ingredients.map(({ use, weight }, place) => (
            <li key={use} class="recipe-line recipe-ingredient">
              <Chosen
                label={t.ingredients}
                hint={readinessText(readiness[use])}
                value={use}
                options={[use, ...left].map((value) => ({ value, label: words[value] }))}
                onChoose={(chosen) => put(place, { use: chosen })}
              />
              <NumberLine
                label={t.weight}
                value={weight}
                min={0.1}
                max={100}
                step={0.1}
                empty={1}
                onInput={(heavy) => put(place, { weight: heavy })}
              />
              <ReadinessBadge of={readiness[use]} />
              {ingredients.length > 1 && (
                <Button look="quiet" onPress={() => onChange({ ingredients: ingredients.toSpliced(place, 1) })}>
                  {t.remove}
                  <span class="unseen">: {words[use]}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {next && (
          <div class="row">
            <Button onPress={() => onChange({ ingredients: [...ingredients, { use: next, weight: 1 }] })}>
              <Plus size={16} aria-hidden="true" />
              {t.addIngredient}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
