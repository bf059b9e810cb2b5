import { messages } from '../language/current.ts';
import { Chosen } from '../recommendations/line.tsx';
import type { Recipes } from '../recommendations/load-recipes.ts';
import { nameOf } from '../recommendations/name-of.ts';
import { CheckLine } from './check-line.tsx';
import type { Content } from './draft.ts';

type Shelf = Extract<Content, { widget: 'shelf' }>;

interface Props {
  shelf: Shelf;
  recipes: Recipes;
  error: string | null;
  onChange: (shelf: Shelf) => void;
}

/** By which recipe products are chosen, and whether they can be put into the cart at once. */
export function ShelfFields({ shelf, recipes, error, onChange }: Props) {
  const t = messages.value.campaigns;
  const { recipe, add } = shelf;
  return (
    <>
      <Chosen
        label={t.recipe}
        value={recipe}
        options={recipes.recipes.map((one) => ({ value: one.id, label: nameOf(one) }))}
        error={error}
        onChoose={(next) => onChange({ ...shelf, recipe: next })}
      />
      <CheckLine
        checked={add === true}
        onChange={(checked) => onChange({ widget: 'shelf', recipe, ...(checked && { add: true as const }) })}
      >
        {t.addButton}
      </CheckLine>
      <p class="soft small">{t.addButtonHint}</p>
    </>
  );
}
