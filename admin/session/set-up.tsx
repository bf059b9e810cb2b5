import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { firstMessages } from '../language/current.ts';
import { Entrance } from './entrance.tsx';
import { forgetLink, tokenOf } from './one-time-link.ts';
import { enter } from './session.ts';
import { useSubmit } from './use-submit.ts';

/** First run: whoever holds the link from the terminal becomes the owner. */
export function SetUp() {
  const t = firstMessages.value.setUp;
  const fromAddress = tokenOf(location.hash);
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { submit, busy, problem } = useSubmit(async () => {
    const token = fromAddress ?? tokenOf(link) ?? link;
    const signedIn = await parseResponse(client.setup.$post({ json: { link: token, name, email, password } }));
    forgetLink();
    if (signedIn.state === 'signed-in') enter(signedIn);
  });
  const refused = (field: keyof typeof t.refused) => (problem?.field === field ? t.refused[field] : null);
  const shown = problem && !Object.hasOwn(t.refused, problem.field ?? '') ? problem : null;

  return (
    <Entrance title={t.title} lead={t.lead}>
      <form onSubmit={submit}>
        {shown && <ProblemNote problem={shown} />}
        {!fromAddress && (
          <Field label={t.link} hint={t.linkHint} value={link} onInput={setLink} autocomplete="off" first />
        )}
        <Field
          label={t.name}
          value={name}
          onInput={setName}
          error={refused('name')}
          autocomplete="name"
          first={fromAddress !== null}
        />
        <Field
          label={t.email}
          type="email"
          value={email}
          onInput={setEmail}
          error={refused('email')}
          autocomplete="username"
        />
        <Field
          label={t.password}
          type="password"
          value={password}
          onInput={setPassword}
          hint={t.passwordHint}
          error={refused('password')}
          autocomplete="new-password"
        />
        <Button look="primary" submits busy={busy}>
          {t.submit}
        </Button>
      </form>
    </Entrance>
  );
}
