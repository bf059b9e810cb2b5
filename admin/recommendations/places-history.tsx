import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { recipeNameIn, slotName } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import type { Recipes } from './load-recipes.ts';

interface Props {
  known: Recipes;
  onChosen: () => Promise<void>;
}

/** Who gave which place another recipe, and when; the newest change of a place can be taken back. */
export function PlacesHistory({ known, onChosen }: Props) {
  const t = messages.value.recipes;
  const past = useLoad(() => parseResponse(client.shelves.recipes.slots.history.$get()), [JSON.stringify(known.slots)]);
  const nameOf = (recipe: string) => recipeNameIn(recipe, known);
  return (
    <Disclosure summary={t.placesHistory}>
      <Awaited of={past} lines={2}>
        {({ history }) =>
          history.length === 0 ? (
            <p class="soft">{t.placesUnchanged}</p>
          ) : (
            <ol class="stack">
              {history.map(({ slot, recipe, before, by, at }, place) => (
                <li key={`${at} ${slot} ${recipe}`} class="apart">
                  <span>
                    <strong>{slotName(slot)}</strong>: {t.placeChange(nameOf(before), nameOf(recipe))}
                    <br />
                    <span class="soft small">
                      {formats.value.moment(at)} · {by}
                    </span>
                  </span>
                  {history.findIndex((one) => one.slot === slot) === place &&
                    known.recipes.some(({ id }) => id === before) && (
                      <Back slot={slot} recipe={before} onDone={onChosen} />
                    )}
                </li>
              ))}
            </ol>
          )
        }
      </Awaited>
    </Disclosure>
  );
}

function Back({ slot, recipe, onDone }: { slot: string; recipe: string; onDone: () => Promise<void> }) {
  const { submit, busy, problem } = useSubmit(async () => {
    await client.shelves.recipes.slots[':slot'].$put({ param: { slot }, json: { recipe } });
    await onDone();
  });
  return (
    <span>
      <Button look="quiet" busy={busy} onPress={() => submit()}>
        {messages.value.recipes.takeBack}
        <span class="unseen">: {slotName(slot)}</span>
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </span>
  );
}
