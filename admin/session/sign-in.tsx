import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { expired } from '../api/expired.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { firstMessages } from '../language/current.ts';
import { Entrance } from './entrance.tsx';
import { forgetLink, tokenOf } from './one-time-link.ts';
import { enter } from './session.ts';
import { useSubmit } from './use-submit.ts';

/** By e-mail and password, or at once by a link from the terminal. */
export function SignIn() {
  const t = firstMessages.value.signIn;
  const [token] = useState(() => tokenOf(location.hash));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const byPassword = useSubmit(() => present({ email, password }));
  const byLink = useSubmit(() => present({ link: token ?? '' }));
  useEffect(() => {
    if (token === null) return;
    forgetLink();
    byLink.submit();
  }, [token]);

  if (byLink.busy) {
    return (
      <Entrance title={t.byLink}>
        <Skeleton lines={2} />
      </Entrance>
    );
  }
  const problem = byPassword.problem ?? byLink.problem;
  return (
    <Entrance title={t.title} lead={expired.value ? t.expired : t.lead}>
      <form onSubmit={byPassword.submit}>
        {problem && <ProblemNote problem={problem} />}
        <Field label={t.email} type="email" value={email} onInput={setEmail} autocomplete="username" first />
        <Field
          label={t.password}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
        />
        <Button look="primary" submits busy={byPassword.busy}>
          {t.submit}
        </Button>
        <p class="soft small">{t.forgotten}</p>
      </form>
    </Entrance>
  );
}

async function present(json: { email: string; password: string } | { link: string }): Promise<void> {
  const signedIn = await parseResponse(client.session.$post({ json }));
  if (signedIn.state === 'signed-in') enter(signedIn);
}
