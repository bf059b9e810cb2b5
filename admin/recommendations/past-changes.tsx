import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { ProductLink } from '../product/product-link.tsx';
import { formats } from '../session/session.ts';
import type { Recipes } from './load-recipes.ts';
import { PastExample } from './past-example.tsx';
import { type Counted, type Lacks, summarize } from './replay-summary.ts';
import type { Replay } from './use-replay.ts';

/** In how many decisions a shelf changes, what comes in and falls out, and the decisions that change most. */
export function PastChanges({ replay, known }: { replay: Replay; known: Recipes }) {
  const t = messages.value.past;
  const { percent } = formats.value;
  const { decisions, passed, names } = replay;
  const found = summarize(decisions);
  const nameOf = (id: string) => names[id] ?? id;
  if (found.decisions === 0) return <p>{passed === 0 ? t.none : t.nonePossible(passed)}</p>;
  return (
    <div class="stack past-changes">
      <p>
        <strong>{t.changed(found.changed, found.decisions)}</strong>
        {found.reordered > 0 && ` ${t.reordered(found.reordered)}`}
        {found.changed > 0 && found.stays !== null && ` ${t.stays(percent(found.stays))}`}
      </p>
      {found.comesIn.length > 0 && <Products title={t.comesIn} of={found.comesIn} nameOf={nameOf} />}
      {found.fallsOut.length > 0 && <Products title={t.fallsOut} of={found.fallsOut} nameOf={nameOf} />}
      <LacksTable before={found.before} after={found.after} />
      {found.examples.length > 0 && (
        <section class="stack" aria-label={t.examples}>
          <h3>{t.examples}</h3>
          <ul class="stack">
            {found.examples.map((example) => (
              <PastExample key={example.of.id} example={example} nameOf={nameOf} known={known} />
            ))}
          </ul>
        </section>
      )}
      <p class="soft small">
        {t.madeAgain} {found.again !== null && t.found(percent(found.again))} {passed > 0 && t.passed(passed)}
      </p>
    </div>
  );
}

function Products({ title, of, nameOf }: { title: string; of: Counted[]; nameOf: (id: string) => string }) {
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      <ul class="past-products">
        {of.map(({ product, shelves }) => (
          <li key={product} class="apart">
            <ProductLink id={product} name={nameOf(product)} />
            <span class="soft small numbers">{messages.value.past.onShelves(shelves)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LacksTable({ before, after }: { before: Lacks; after: Lacks }) {
  const t = messages.value.past;
  const { number } = formats.value;
  const lacks = (['empty', 'standIn', 'short'] as const).filter((lack) => before[lack] > 0 || after[lack] > 0);
  if (lacks.length === 0) return <p class="soft">{t.noLacks}</p>;
  return (
    <Table
      caption={t.lacksTitle}
      columns={[
        { label: t.lacksTitle, cell: (lack) => t.lacks[lack] },
        { label: t.before, number: true, cell: (lack) => number(before[lack]) },
        { label: t.after, number: true, cell: (lack) => number(after[lack]) },
      ]}
      rows={lacks}
      keyOf={(lack) => lack}
    />
  );
}
