import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Common } from '../../server/campaigns/common.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { VersionList } from '../components/version-list.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { NumberLine } from '../recommendations/line.tsx';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';

type Known = InferResponseType<typeof client.campaigns.common.$get>;

/** Who sees no campaign at all, and how often anybody may be interrupted. */
export function RulesCard() {
  const known = useLoad(() => parseResponse(client.campaigns.common.$get()), []);
  const [saved, setSaved] = useState<number | null>(null);
  return (
    <Card title={messages.value.campaignRules.title}>
      <p class="soft">{messages.value.campaignRules.lead}</p>
      <Awaited of={known} lines={6}>
        {(found) => (
          <RulesForm
            key={found.version}
            known={found}
            saved={saved}
            onKept={async (version) => {
              setSaved(version);
              await known.reload();
            }}
            onLoad={known.reload}
            onChange={() => setSaved(null)}
          />
        )}
      </Awaited>
    </Card>
  );
}

interface Props {
  known: Known;
  /** The version that was saved a moment ago. */
  saved: number | null;
  onKept: (version: number) => Promise<void>;
  onLoad: () => Promise<void>;
  onChange: () => void;
}

function RulesForm({ known, saved, onKept, onLoad, onChange }: Props) {
  const t = messages.value.campaignRules;
  const { common: holds, usual, version, history } = known;
  const [draft, setDraft] = useState<Common>(holds);
  const change = (part: Partial<Common>) => {
    setDraft({ ...draft, ...part });
    onChange();
  };
  const isSame = (other: Common) => draft.holdout === other.holdout && draft.budget === other.budget;
  const { submit, busy, problem } = useSubmit(async () => {
    const json = { common: draft, base: version };
    await onKept((await parseResponse(client.campaigns.common.$put({ json }))).version);
  });
  const refused = (field: string) => (problem?.field === `common.${field}` ? t.refused : null);
  const past = history.map(({ version: number, chosen, by, at }) => ({
    ...{ version: number, body: chosen, said: { by, at } },
  }));
  return (
    <form class="stack" onSubmit={submit}>
      <div class="recipe-line">
        <NumberLine
          label={t.holdout}
          hint={t.holdoutHint}
          value={draft.holdout}
          min={0}
          max={50}
          empty={0}
          error={refused('holdout')}
          onInput={(holdout) => change({ holdout })}
        />
        <NumberLine
          label={t.budget}
          hint={t.budgetHint}
          value={draft.budget}
          min={0}
          max={24}
          empty={0}
          error={refused('budget')}
          onInput={(budget) => change({ budget })}
        />
      </div>
      {problem?.code === 'common-changed' ? (
        <div class="row" role="alert">
          <p>{t.conflict}</p>
          <Button onPress={() => void onLoad()}>{t.loadTheirs}</Button>
        </div>
      ) : (
        problem && !problem.field?.startsWith('common.') && <ProblemNote problem={problem} />
      )}
      <div class="row">
        {!isSame(holds) && (
          <>
            <Button look="primary" submits busy={busy}>
              {t.save}
            </Button>
            <Button onPress={() => change(holds)}>{t.discard}</Button>
          </>
        )}
        {!isSame(usual) && <Button onPress={() => change(usual)}>{t.usual}</Button>}
        <p role="status">{saved !== null && t.saved(saved)}</p>
      </div>
      {past.length > 0 && (
        <Disclosure summary={t.history}>
          <VersionList
            versions={past}
            holds={version}
            asked={undefined}
            about={(body) => body && <span>{inWords(body)}</span>}
            onTake={change}
          />
        </Disclosure>
      )}
    </form>
  );
}

function inWords({ holdout, budget }: Common): string {
  const { percent, number } = formats.value;
  return messages.value.campaignRules.inWords(percent(holdout / 100), number(budget));
}
