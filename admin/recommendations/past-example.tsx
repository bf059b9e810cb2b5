import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { recipeNameIn, slotName } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { Why } from '../visitor/why.tsx';
import type { Recipes } from './load-recipes.ts';
import type { Example } from './replay-summary.ts';

interface Props {
  example: Example;
  nameOf: (product: string) => string;
  known: Recipes;
}

/** A decision that changes, with the way to who it was made for and to why it was made so. */
export function PastExample({ example: { of, comesIn, fallsOut }, nameOf, known }: Props) {
  const t = messages.value.past;
  const { moment, list } = formats.value;
  const { id, visitor, at, slot, before, after } = of;
  const recipeOf = ({ recipe }: typeof before) => (recipe === null ? t.ownContent : recipeNameIn(recipe, known));
  return (
    <li class="past-example">
      <p class="apart small">
        <span>
          {slotName(slot)}, {moment(at)}
        </span>
        {visitor !== null && <a href={`/admin/visitors/${encodeURIComponent(visitor)}`}>{t.visitor}</a>}
      </p>
      {before.recipe !== after.recipe && <p class="small">{t.otherRecipe(recipeOf(before), recipeOf(after))}</p>}
      {comesIn.length > 0 && (
        <p class="small">
          <span class="soft">{t.comesIn}:</span> {list(comesIn.map(nameOf))}
        </p>
      )}
      {fallsOut.length > 0 && (
        <p class="small">
          <span class="soft">{t.fallsOut}:</span> {list(fallsOut.map(nameOf))}
        </p>
      )}
      {comesIn.length + fallsOut.length === 0 && <p class="small">{t.otherOrder}</p>}
      <Decision id={id} />
    </li>
  );
}

/** As it was kept; asked for by those who look. */
function Decision({ id }: { id: string }) {
  const [isOpened, setOpened] = useState(false);
  return (
    <Disclosure summary={messages.value.past.decision} onOpen={() => setOpened(true)}>
      {isOpened && <Receipt id={id} />}
    </Disclosure>
  );
}

function Receipt({ id }: { id: string }) {
  const found = useLoad(() => parseResponse(client.shelves.recipes.decisions[':id'].$get({ param: { id } })), [id]);
  return (
    <Awaited of={found} lines={4}>
      {({ receipt, names }) => <Why receipt={receipt} names={(product) => names[product] ?? product} />}
    </Awaited>
  );
}
