import type { InferResponseType } from 'hono/client';
import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { Columns } from './columns.tsx';
import { FeedFailureNote, failureOf } from './feed-failure.tsx';
import type { Mapping, Preview } from './send-file.ts';

interface Props {
  known: InferResponseType<typeof client.catalog.feed.$get>['feed'];
  onSaved: () => Promise<void>;
}

const intervals = ['15', '60', '360', '1440'] as const;

/** Where the feed is, how often it is fetched, and which of its columns is what; looked at before it is kept. */
export function FeedForm({ known, onSaved }: Props) {
  const t = messages.value.catalog.feed;
  const [url, setUrl] = useState(known?.url ?? '');
  const [user, setUser] = useState(known?.user ?? '');
  const [password, setPassword] = useState('');
  const [every, setEvery] = useState<(typeof intervals)[number]>(
    intervals.find((minutes) => Number(minutes) === known?.everyMinutes) ?? '360',
  );
  const [preview, setPreview] = useState<Preview | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});

  const address = { url, user: user === '' ? null : user, ...(password === '' ? {} : { password }) };
  const looking = useSubmit(async () => {
    setPreview(null);
    const seen = await parseResponse(client.catalog.feed.preview.$post({ json: address }));
    setMapping({ ...seen.mapping, ...(known?.url === url ? known.mapping : {}) });
    setPreview(seen);
  });
  const saving = useSubmit(async () => {
    await client.catalog.feed.$put({ json: { ...address, everyMinutes: Number(every), mapping } });
    await onSaved();
  });
  const problem = looking.problem ?? saving.problem;
  const failure = problem && failureOf(problem.code);

  return (
    <>
      <form class="feed-form" onSubmit={looking.submit}>
        <Field label={t.address} hint={t.addressHint} value={url} onInput={setUrl} autocomplete="off" />
        <Field label={t.user} value={user} onInput={setUser} autocomplete="off" optional />
        <Field
          label={t.password}
          hint={known?.hasPassword ? t.passwordKept : t.passwordHint}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="new-password"
          optional
        />
        <Choice
          label={t.every}
          options={intervals.map((value) => ({ value, label: t.intervals[value] }))}
          value={every}
          onChoose={setEvery}
        />
        <div class="row">
          <Button look={preview ? 'plain' : 'primary'} submits busy={looking.busy}>
            {t.look}
          </Button>
          <span class="soft small" role="status">
            {looking.busy && t.fetching}
          </span>
        </div>
      </form>
      {failure && problem ? (
        <FeedFailureNote code={failure} detail={problem.message} />
      ) : (
        problem && <ProblemNote problem={problem} />
      )}
      {preview && (
        <Columns
          preview={preview}
          mapping={mapping}
          onMap={setMapping}
          busy={saving.busy}
          onImport={saving.submit}
          file={t.feedName}
          act={t.save}
          actText={t.saveText}
        />
      )}
    </>
  );
}
