import './recipes.css';
import { useRoute } from 'preact-iso/router';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { loadRecipes } from './load-recipes.ts';
import { nameOf } from './name-of.ts';
import { RecipeEditor } from './recipe-editor.tsx';

/** A new recipe, at an address that none has; else one that the shop has. */
export function RecipePage() {
  const t = messages.value.recipes;
  const { id = '+' } = useRoute().params;
  const list = useLoad(loadRecipes, [id]);
  const recipe = list.value?.recipes.find((one) => one.id === id) ?? null;
  if (id !== '+' && list.value && !recipe) {
    const action = <LinkButton href="/admin/recommendations">{t.missingAction}</LinkButton>;
    return (
      <Page title={t.missing}>
        <EmptyState title={t.missing} text={t.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page title={recipe ? nameOf(recipe) : t.create} lead={t.lead}>
      <Awaited of={list} lines={12}>
        {(known) => <RecipeEditor key={id} recipe={recipe} known={known} reload={list.reload} />}
      </Awaited>
    </Page>
  );
}
