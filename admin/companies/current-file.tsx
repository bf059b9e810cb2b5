import './companies.css';
import type { InferResponseType } from 'hono/client';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { Freshness } from '../sources/freshness.tsx';

type Known = InferResponseType<typeof client.companies.$get>;

interface Props extends Pick<Known, 'coverage'> {
  file: NonNullable<Known['current']>;
  onChange: () => Promise<void>;
}

/** The file by which addresses are companies' now; what is removed can be put back. */
export function CurrentFile({ file, coverage: { visits, known }, onChange }: Props) {
  const t = messages.value.companies;
  const { number, percent, date } = formats.value;
  const remove = useSubmit(async () => {
    await client.companies.$delete();
    await onChange();
  });
  async function believe(days: number | null) {
    await client.companies.days.$put({ json: { days } });
    await onChange();
  }
  return (
    <div class="stack">
      <p>
        <strong>{t.has(file.ranges, file.companies, file.nobody)}</strong>
        <br />
        <span class="soft small">
          {[t.takenOn(file.name, date(file.at)), file.refused > 0 && t.refused(file.refused)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p>{visits === 0 ? t.noVisits : t.coverage(number(known), visits, percent(known / visits))}</p>
      <div class="row companies-belief">
        <span class="soft small">{t.freshness}</span>
        <Freshness label={`${t.freshness}: ${t.title}`} days={file.days} believe={believe} />
        <Button busy={remove.busy} onPress={remove.submit}>
          {t.remove}
        </Button>
        {remove.problem && <ProblemNote problem={remove.problem} />}
      </div>
    </div>
  );
}
