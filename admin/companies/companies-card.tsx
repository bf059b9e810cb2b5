import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { CompanyFile } from './company-file.tsx';
import { CurrentFile } from './current-file.tsx';

/** Whose addresses are whose: the file in use, how many visits it knows of, and another one in its place. */
export function CompaniesCard() {
  const t = messages.value.companies;
  const known = useLoad(() => parseResponse(client.companies.$get()), []);
  const putBack = useSubmit(async () => {
    await client.companies.previous.$post();
    await known.reload();
  });
  return (
    <Card title={t.title}>
      <p class="soft">{t.lead}</p>
      <Awaited of={known} lines={3}>
        {({ current, previous, coverage }) => (
          <>
            {current && <CurrentFile file={current} coverage={coverage} onChange={known.reload} />}
            {previous && (
              <div class="row">
                <Button look="quiet" busy={putBack.busy} onPress={putBack.submit}>
                  {t.putBack(previous.name, formats.value.date(previous.at))}
                </Button>
                {putBack.problem && <ProblemNote problem={putBack.problem} />}
              </div>
            )}
          </>
        )}
      </Awaited>
      <CompanyFile onTaken={known.reload} />
    </Card>
  );
}
