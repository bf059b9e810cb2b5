import './questions.css';
import { parseResponse } from 'hono/client';
import type { Question } from '../../server/questions/question.ts';
import { client } from '../api/client.ts';
import { CompaniesCard } from '../companies/companies-card.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { SourcesCard } from '../sources/sources-card.tsx';
import { QuestionsTable } from './questions-table.tsx';
import { Suggestions } from './suggestions.tsx';

/** What the merchant asks people, in the order in which it is asked, and what shops often ask. */
export function QuestionsPage() {
  const t = messages.value.questions;
  const list = useLoad(() => parseResponse(client.questions.$get()), []);
  const isEmpty = list.value?.questions.length === 0;
  const create = <LinkButton href="/admin/questions/+">{t.create}</LinkButton>;

  async function add({ key, ...json }: Question) {
    await client.questions[':key'].$put({ param: { key }, json });
    await list.reload();
  }
  async function arrange(keys: string[]) {
    await client.questions.order.$post({ json: { keys } });
    await list.reload();
  }

  return (
    <Page title={t.title} lead={t.lead} aside={!isEmpty && create}>
      <Awaited of={list} lines={6}>
        {({ questions, suggestions }) => (
          <div class="stack">
            {questions.length === 0 ? (
              <EmptyState title={t.emptyTitle} text={t.emptyText} action={create} />
            ) : (
              <QuestionsTable questions={questions} arrange={arrange} />
            )}
            {suggestions.length > 0 && (
              <Card title={t.suggestions}>
                <Suggestions suggestions={suggestions} add={add} />
              </Card>
            )}
          </div>
        )}
      </Awaited>
      <SourcesCard />
      <CompaniesCard />
    </Page>
  );
}
