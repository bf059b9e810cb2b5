import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Erased } from '../../server/privacy/erase-person.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { shortId } from '../visitors/person.tsx';

interface Props {
  id: string;
  onErased: (erased: Erased) => void;
}

/** Takes a person out of everything that is kept: there is no way back, so the end of the page's own id must be typed. */
export function Erase({ id, onErased }: Props) {
  const t = messages.value.erase;
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const word = shortId(id);
  const erase = useSubmit(async () => {
    setWrong(typed.trim() !== word);
    if (typed.trim() !== word) return;
    onErased(await parseResponse(client.visitors[':id'].$delete({ param: { id } })));
  });
  return (
    <Card title={t.title}>
      <p class="soft">{t.text}</p>
      {asked ? (
        <form class="stack" onSubmit={erase.submit}>
          <Field
            label={t.confirm(word)}
            hint={t.finality}
            error={isWrong ? t.wrong(word) : null}
            value={typed}
            onInput={setTyped}
            autocomplete="off"
            first
          />
          <div class="row">
            <Button look="primary" submits busy={erase.busy}>
              {t.surely}
            </Button>
            <Button look="quiet" onPress={() => setAsked(false)}>
              {t.keep}
            </Button>
          </div>
          {erase.problem && <ProblemNote problem={erase.problem} />}
        </form>
      ) : (
        <div>
          <Button onPress={() => setAsked(true)}>{t.ask}</Button>
        </div>
      )}
    </Card>
  );
}
