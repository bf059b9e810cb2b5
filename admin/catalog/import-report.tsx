import { Card } from '../components/card.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Taken } from './send-file.ts';

const shown = 100;

/** What was taken in, and which lines were not and why. */
export function ImportReport({ taken: { kept, said, refused } }: { taken: Taken }) {
  const t = messages.value.catalog;
  return (
    <Card title={kept === 0 ? t.nothing : t.done(kept)}>
      <p role="status">{refused.count === 0 ? t.noneRefused : t.refused(refused.count)}</p>
      {said.inPath > 0 && <p>{t.attributes.inPath(said.inPath)}</p>}
      {said.inPlaces > 0 && <p>{t.attributes.inPlaces(said.inPlaces)}</p>}
      {said.withAccessories > 0 && <p>{t.attributes.withAccessories(said.withAccessories)}</p>}
      {said.variants > 0 && <p>{t.attributes.variants(said.variants)}</p>}
      {said.attributes.length > 0 && (
        <Table
          caption={t.attributes.said}
          rows={said.attributes}
          keyOf={({ name }) => name}
          columns={[
            { label: t.attributes.name, cell: ({ name }) => name },
            { label: t.attributes.products, number: true, cell: ({ products }) => formats.value.number(products) },
            { label: t.attributes.examples, cell: ({ examples }) => examples.join(' · ') },
          ]}
        />
      )}
      {refused.count > 0 && (
        <Table
          caption={t.refused(refused.count)}
          rows={refused.first.slice(0, shown)}
          keyOf={({ line }) => String(line)}
          columns={[
            { label: t.line, cell: ({ line }) => line },
            { label: t.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Card>
  );
}
