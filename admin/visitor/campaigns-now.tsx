import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { fateWords } from '../campaigns/fate-words.ts';
import { placeWords } from '../campaigns/place-words.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';

/** Which campaigns this person would see on a page, and why not the others. */
export function CampaignsNow({ id }: { id: string }) {
  const t = messages.value.campaignsNow;
  const [written, setWritten] = useState({ path: '/', product: '' });
  const [asked, setAsked] = useState(written);
  const query = { path: asked.path, ...(asked.product.trim() !== '' && { product: asked.product.trim() }) };
  const now = useLoad(
    () => parseResponse(client.visitors[':id'].campaigns.$get({ param: { id }, query })),
    [id, JSON.stringify(query)],
  );
  return (
    <Card title={t.title}>
      <p class="soft small">{t.lead}</p>
      <form
        class="recipe-line"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(written);
        }}
      >
        <Field
          label={t.path}
          value={written.path}
          onInput={(path) => setWritten({ ...written, path })}
          autocomplete="off"
        />
        <Field
          label={t.product}
          hint={t.productHint}
          value={written.product}
          onInput={(product) => setWritten({ ...written, product })}
          autocomplete="off"
          optional
        />
        <Button submits>{t.ask}</Button>
      </form>
      <Awaited of={now} lines={3}>
        {({ trouble, campaigns }) => (
          <>
            {trouble !== null && trouble.complaint !== null && <p>{t.complaint(trouble.complaint)}</p>}
            {trouble?.parcel && <p>{t.parcel}</p>}
            {campaigns.length === 0 ? (
              <p class="soft">{t.none}</p>
            ) : (
              <Table
                caption={t.title}
                rows={campaigns}
                keyOf={(one) => one.id}
                columns={[
                  { label: t.campaign, cell: (one) => <a href={`/admin/campaigns/${one.id}`}>{one.name}</a> },
                  { label: t.place, cell: ({ place }) => placeWords(place) },
                  {
                    label: t.fate,
                    cell: ({ fate, by, variant }) =>
                      variant !== null
                        ? t.shown(variant.toUpperCase())
                        : by !== null
                          ? t.by(campaigns.find((one) => one.id === by)?.name ?? by)
                          : fateWords(fate),
                  },
                ]}
              />
            )}
          </>
        )}
      </Awaited>
    </Card>
  );
}
