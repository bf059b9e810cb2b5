import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Recipe } from '../../server/recommend/recipe.ts';
import { client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { blank, type Change, type Draft, draftOf } from './draft.ts';
import { HistoryCard } from './history-card.tsx';
import type { Recipes } from './load-recipes.ts';
import { PastCard } from './past-card.tsx';
import { PreviewCard } from './preview-card.tsx';
import { RecipeForm } from './recipe-form.tsx';

interface Props {
  /** Null for a new one. */
  recipe: Recipe | null;
  known: Recipes;
  reload: () => Promise<void>;
}

/** A recipe as a form, with what it would show as it is changed, and what it has been. */
export function RecipeEditor({ recipe, known, reload }: Props) {
  const t = messages.value.recipes;
  const { route } = useLocation();
  const holds = recipe ? draftOf(recipe) : blank;
  const [base, setBase] = useState(recipe?.version ?? 0);
  const [draft, setDraft] = useState<Draft>(holds);
  const [note, setNote] = useState('');
  const [saved, setSaved] = useState<number | null>(null);
  const change: Change = (part) => {
    setSaved(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(holds);
  const builtIn = known.builtIn.find(({ id }) => id === draft.id);

  const { submit, busy, problem } = useSubmit(async () => {
    const json = { recipe: draft, base, note };
    const kept = await parseResponse(client.shelves.recipes[':id'].$put({ param: { id: draft.id }, json }));
    if (!recipe) return route(`/admin/recommendations/recipes/${kept.id}`);
    await reload();
    take(kept);
    setNote('');
    setSaved(kept.version);
  });

  function take(next: Recipe): void {
    setBase(next.version);
    setDraft(draftOf(next));
    setSaved(null);
  }

  async function loadTheirs(): Promise<void> {
    const { recipes } = await parseResponse(client.shelves.recipes.$get());
    const theirs = recipes.find(({ id }) => id === draft.id);
    await reload();
    if (theirs) take(theirs);
  }

  async function remove(): Promise<void> {
    await client.shelves.recipes[':id'].$delete({ param: { id: draft.id }, query: { base: String(base) } });
    route('/admin/recommendations');
  }

  const inForm = (other: Draft) => change({ ...other, id: draft.id });
  return (
    <div class="recipe-editor">
      <form class="stack" onSubmit={submit}>
        <RecipeForm draft={draft} known={known} isNew={recipe === null} onChange={change} />
        <Field label={t.note} value={note} onInput={setNote} autocomplete="off" optional />
        {problem && <EditorProblem problem={problem} onLoad={() => void loadTheirs()} />}
        <div class="row">
          <Button look="primary" submits busy={busy}>
            {t.save}
          </Button>
          {recipe && isChanged && <Button onPress={() => setDraft(holds)}>{t.discard}</Button>}
          {recipe && builtIn && <Button onPress={() => inForm(draftOf(builtIn))}>{t.reset}</Button>}
          <span role="status">{saved !== null && t.saved(saved)}</span>
        </div>
      </form>
      <div class="stack">
        <PreviewCard draft={draft} known={known} isChanged={isChanged} />
        <PastCard draft={draft} known={known} isNew={recipe === null} />
        {recipe && <HistoryCard id={recipe.id} version={recipe.version} onTake={(other) => inForm(draftOf(other))} />}
        {recipe && !builtIn && (
          <SecondThought
            words={{ ask: t.delete, surely: t.deleteSurely, keep: t.deleteKeep }}
            meaning={t.deleteMeaning}
            act={remove}
          />
        )}
      </div>
    </div>
  );
}

/** What can be done about it, where that is more than trying again. */
function EditorProblem({ problem, onLoad }: { problem: Problem; onLoad: () => void }) {
  const t = messages.value.recipes;
  if (problem.code === 'recipe-changed') {
    return (
      <div class="row" role="alert">
        <p>{t.conflict}</p>
        <Button onPress={onLoad}>{t.loadTheirs}</Button>
      </div>
    );
  }
  if (problem.code === 'fallback-loop') return <p role="alert">{t.loop}</p>;
  if (problem.status === 422 && problem.field !== null) {
    return <p role="alert">{t.wrongIn(problem.field.replace(/^recipe\./, ''))}</p>;
  }
  return <ProblemNote problem={problem} />;
}
