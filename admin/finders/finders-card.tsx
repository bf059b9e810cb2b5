import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { inLanguage } from '../questions/in-language.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { type Finders, loadFinders } from './load-finders.ts';

/** The shop's finders, how far people come with each, and how a first one is made with one press. */
export function FindersCard() {
  const t = messages.value.finders;
  const list = useLoad(loadFinders, []);
  return (
    <Card title={t.title} aside={<LinkButton href="/admin/recommendations/finders/+">{t.create}</LinkButton>}>
      <p class="soft">{t.lead}</p>
      <Awaited of={list} lines={3}>
        {(known) => (known.finders.length === 0 ? <NoFinder known={known} /> : <List finders={known.finders} />)}
      </Awaited>
    </Card>
  );
}

function NoFinder({ known: { suggested } }: { known: Finders }) {
  const t = messages.value.finders;
  const { route } = useLocation();
  const { submit, busy, problem } = useSubmit(async () => {
    if (!suggested) return;
    await client.finders[':id'].$put({ param: { id: 'find' }, json: suggested });
    route('/admin/recommendations/finders/find');
  });
  const make = suggested && (
    <Button look="primary" busy={busy} onPress={submit}>
      {t.make}
    </Button>
  );
  return (
    <>
      <EmptyState title={t.none} text={suggested ? t.noneText : t.nothing} action={make} />
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

function List({ finders }: Pick<Finders, 'finders'>) {
  const t = messages.value.finders;
  return (
    <Table
      caption={t.title}
      rows={finders}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t.name,
          cell: ({ id, title }) => <a href={`/admin/recommendations/finders/${id}`}>{inLanguage(title) || id}</a>,
        },
        { label: t.id, cell: ({ id }) => <code>{id}</code> },
        {
          label: t.answered,
          cell: ({ questions, steps }) =>
            steps.length === 0
              ? t.questions(questions.length)
              : steps.map(({ devices }) => formats.value.number(devices)).join(' → '),
        },
      ]}
    />
  );
}
