import './questions.css';
import { parseResponse } from 'hono/client';
import { useRoute } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { DeleteQuestion } from './delete-question.tsx';
import { inLanguage } from './in-language.ts';
import { InYourPages } from './in-your-pages.tsx';
import { QuestionForm } from './question-form.tsx';

/** A new question, at an address that no key has; else one that is asked. */
export function QuestionPage() {
  const t = messages.value.questions;
  const { key = '+' } = useRoute().params;
  const list = useLoad(() => parseResponse(client.questions.$get()), [key]);
  const known = list.value?.questions.find((question) => question.key === key) ?? null;
  if (key !== '+' && list.value && !known) {
    const action = <LinkButton href="/admin/questions">{t.missingAction}</LinkButton>;
    return (
      <Page title={t.missingTitle}>
        <EmptyState title={t.missingTitle} text={t.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page title={key === '+' ? t.newTitle : known ? inLanguage(known.words) : t.title}>
      <Awaited of={list} lines={10}>
        {() => (
          <div class="stack">
            <QuestionForm key={key} known={known} />
            {known && <InYourPages question={known} />}
            {known && <DeleteQuestion name={known.key} />}
          </div>
        )}
      </Awaited>
    </Page>
  );
}
