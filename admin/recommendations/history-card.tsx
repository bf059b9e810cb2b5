import { parseResponse } from 'hono/client';
import { useRoute } from 'preact-iso/router';
import type { Recipe } from '../../server/recommend/recipe.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { bringIntoView } from './bring-into-view.ts';

interface Props {
  id: string;
  /** The version that holds. */
  version: number;
  onTake: (recipe: Recipe) => void;
}

/**
 * All that a recipe has been, by whom and why; each version can be taken into the form. The one that the address asks for
 * stands out.
 */
export function HistoryCard({ id, version, onTake }: Props) {
  const t = messages.value.recipes;
  const asked = useRoute().query.version;
  const past = useLoad(
    () => parseResponse(client.shelves.recipes[':id'].history.$get({ param: { id } })),
    [id, version],
  );
  return (
    <Card title={t.history}>
      <Awaited of={past} lines={3}>
        {({ history }) => (
          <ol class="stack">
            {history.map(({ version: number, body: recipe, said }) => (
              <li
                key={number}
                ref={String(number) === asked ? bringIntoView : null}
                class="apart recipe-version"
                aria-current={String(number) === asked ? 'true' : undefined}
              >
                <span>
                  <strong>{t.version(number)}</strong>{' '}
                  <span class="soft">
                    {said ? `${formats.value.moment(said.at)} · ${said.by}` : t.cameWithShop}
                    {recipe === null && ` · ${t.givenUp}`}
                  </span>
                  {said?.note && <p>{said.note}</p>}
                </span>
                {recipe && number !== version && (
                  <Button look="quiet" onPress={() => onTake(recipe)}>
                    {t.takeUp}
                    <span class="unseen">: {t.version(number)}</span>
                  </Button>
                )}
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Card>
  );
}
