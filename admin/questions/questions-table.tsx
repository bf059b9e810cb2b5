import type { Question } from '../../server/questions/question.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { inLanguage } from './in-language.ts';

interface Props {
  questions: readonly (Question & { answered: number })[];
  arrange: (keys: string[]) => Promise<void>;
}

export function QuestionsTable({ questions, arrange }: Props) {
  const t = messages.value.questions;
  return (
    <Table
      caption={t.title}
      rows={questions}
      keyOf={({ key }) => key}
      columns={[
        { label: t.question, cell: ({ key, words }) => <a href={`/admin/questions/${key}`}>{inLanguage(words)}</a> },
        { label: t.type, cell: ({ type }) => <span class="soft">{t.types[type]}</span> },
        { label: t.key, cell: ({ key }) => <code>{key}</code> },
        {
          label: t.answered,
          definition: t.answeredMeaning,
          number: true,
          cell: ({ answered }) => formats.value.number(answered),
        },
        {
          label: t.order,
          cell: ({ key, words }) => (
            <Earlier name={inLanguage(words)} keys={earlier(questions, key)} arrange={arrange} />
          ),
        },
      ]}
    />
  );
}

function Earlier({ name, keys, arrange }: { name: string; keys: string[] | null; arrange: Props['arrange'] }) {
  const t = messages.value.questions;
  const { submit, busy, problem } = useSubmit(async () => {
    if (keys) await arrange(keys);
  });
  if (!keys) return <span class="soft">{t.first}</span>;
  return (
    <>
      <Button look="quiet" busy={busy} onPress={submit}>
        {t.earlier}
        <span class="unseen">: {name}</span>
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

/** The keys with this one a place further up; null for the first. */
function earlier(questions: Props['questions'], key: string): string[] | null {
  const keys = questions.map((question) => question.key);
  const place = keys.indexOf(key);
  return place < 1 ? null : keys.toSpliced(place, 1).toSpliced(place - 1, 0, key);
}
