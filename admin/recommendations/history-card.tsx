import { parseResponse } from 'hono/client';
import { useRoute } from 'preact-iso/router';
import type { Recipe } from '../../server/recommend/recipe.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { VersionList } from '../components/version-list.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';

interface Props {
  id: string;
  /** The version that holds. */
  version: number;
  onTake: (recipe: Recipe) => void;
}

/** All that a recipe has been. */
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
          <VersionList
            versions={history}
            holds={version}
            asked={asked}
            about={(body) => body === null && <span class="soft">{t.givenUp}</span>}
            onTake={onTake}
          />
        )}
      </Awaited>
    </Card>
  );
}
