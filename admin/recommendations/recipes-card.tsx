import type { Recipe } from '../../server/recommend/recipe.ts';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { useSubmit } from '../session/use-submit.ts';
import { draftOf } from './draft.ts';
import { Chosen } from './line.tsx';
import { loadRecipes, type Recipes } from './load-recipes.ts';
import { nameOf } from './name-of.ts';
import { PlacesHistory } from './places-history.tsx';
import { ReadinessBadge } from './readiness-badge.tsx';

/** What the shelves are made of: which place uses which recipe, and what each recipe brings. */
export function RecipesCard() {
  const t = messages.value.recipes;
  const list = useLoad(loadRecipes, []);
  const create = <LinkButton href="/admin/recommendations/recipes/+">{t.create}</LinkButton>;
  return (
    <Card title={t.title} aside={create}>
      <p class="soft">{t.lead}</p>
      <Awaited of={list} lines={12}>
        {(known) => (
          <div class="stack">
            <Places known={known} onChosen={list.reload} />
            <PlacesHistory known={known} onChosen={list.reload} />
            <Table
              caption={t.title}
              rows={known.recipes}
              keyOf={({ id }) => id}
              columns={[
                {
                  label: t.recipe,
                  cell: (recipe) => (
                    <span class="row">
                      <a href={`/admin/recommendations/recipes/${recipe.id}`}>{nameOf(recipe)}</a>
                      <Origin recipe={recipe} known={known} />
                    </span>
                  ),
                },
                { label: t.usedIn, cell: (recipe) => usedIn(recipe, known) },
                {
                  label: t.madeOf,
                  cell: (recipe) => (
                    <ul class="recipe-parts">
                      {recipe.ingredients.map(({ use }) => (
                        <li key={use}>
                          {messages.value.why.ingredients[use]} <ReadinessBadge of={known.readiness[use]} />
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </div>
        )}
      </Awaited>
    </Card>
  );
}

function Origin({ recipe, known }: { recipe: Recipe; known: Recipes }) {
  const t = messages.value.recipes;
  const first = known.builtIn.find(({ id }) => id === recipe.id);
  if (!first) return <Badge tone="note">{t.own}</Badge>;
  const isChanged = JSON.stringify(draftOf(first)) !== JSON.stringify(draftOf({ ...first, ...recipe }));
  return isChanged ? <Badge tone="note">{t.changed}</Badge> : null;
}

function usedIn({ id }: Recipe, { slots, recipes }: Recipes) {
  const t = messages.value;
  const titles: Record<string, { title: string }> = t.slots;
  const places = slots.filter(({ recipe }) => recipe === id).map(({ slot }) => titles[slot]?.title ?? slot);
  const after = recipes.filter(({ fallback }) => fallback === id).map((recipe) => t.recipes.usedAs(nameOf(recipe)));
  const all = [...places, ...after];
  if (all.length === 0) return <span class="soft">{t.recipes.unused}</span>;
  return (
    <ul>
      {all.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function Places({ known, onChosen }: { known: Recipes; onChosen: () => Promise<void> }) {
  const t = messages.value.recipes;
  return (
    <section aria-label={t.places} class="recipe-places">
      {known.slots.map(({ slot, recipe }) => (
        <Place key={slot} slot={slot} recipe={recipe} recipes={known.recipes} onChosen={onChosen} />
      ))}
    </section>
  );
}

interface PlaceProps {
  slot: string;
  recipe: string;
  recipes: readonly Recipe[];
  onChosen: () => Promise<void>;
}

function Place({ slot, recipe, recipes, onChosen }: PlaceProps) {
  const titles: Record<string, { title: string }> = messages.value.slots;
  const choice = { next: recipe };
  const { submit, problem } = useSubmit(async () => {
    await client.shelves.recipes.slots[':slot'].$put({ param: { slot }, json: { recipe: choice.next } });
    await onChosen();
  });
  return (
    <div>
      <Chosen
        label={titles[slot]?.title ?? slot}
        value={recipe}
        options={recipes.map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChoose={(next) => {
          choice.next = next;
          submit();
        }}
      />
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
