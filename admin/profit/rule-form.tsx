import { useId, useState } from 'preact/hooks';
import type { Channel } from '../../server/acquisition/channel.ts';
import type { CostBase } from '../../server/profit/cost-rule.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { RuleEffect } from './rule-effect.tsx';
import type { Terms } from './rules-card.tsx';
import { SelectField } from './select-field.tsx';

interface Props {
  /** What it says so far; null for a new one. */
  terms: Terms | null;
  from: string;
  to: string;
  onKept: () => void;
  onCancel: () => void;
}

/** A cost of the merchant's own, from a day on; and what that would change. */
export function RuleForm({ terms, from, to, onKept, onCancel }: Props) {
  const t = messages.value.profit;
  const fresh = useId();
  const [name, setName] = useState(terms?.name ?? '');
  const [per, setPer] = useState<CostBase>(terms?.per ?? 'order');
  const [channel, setChannel] = useState<Channel | null>(terms?.channel ?? null);
  const [amount, setAmount] = useState(terms?.decimal ?? '');
  const [since, setSince] = useState(terms ? formats.value.day(Date.now()) : from);
  const said = { name: name.trim(), per, channel, since };
  const [rule] = useState(terms?.rule ?? `rule-${fresh.replace(/\W/g, '')}-${Date.now().toString(36)}`);

  const keep = (of: string | null) => async () => {
    await client.profit.rules[':rule'].$put({ param: { rule }, json: { ...said, amount: of } });
    onKept();
  };
  const { submit, busy, problem } = useSubmit(keep(amount));
  const end = useSubmit(keep(null));
  const wrong = (field: string) => (problem?.field === field ? problem.message : null);
  return (
    <form class="rule-form" onSubmit={submit}>
      <Field label={t.name} hint={t.nameHint} value={name} onInput={setName} error={wrong('name')} first />
      <SelectField
        label={t.per}
        value={per}
        options={optionsOf<CostBase>(t.bases)}
        hint={hintOf(per)}
        onChoose={setPer}
      />
      <SelectField
        label={t.forChannel}
        value={channel ?? ''}
        options={[
          { value: '' as const, label: t.allChannels },
          ...optionsOf<Channel>(messages.value.arrivals.channels),
        ]}
        onChoose={(value) => setChannel(value === '' ? null : value)}
      />
      <Field
        label={per === 'revenue' ? t.percent : t.amount}
        value={amount}
        onInput={setAmount}
        error={wrong('amount')}
      />
      <Field type="date" label={t.since} value={since} onInput={setSince} error={wrong('since')} />
      <RuleEffect draft={{ rule, ...said, amount, from, to }} />
      {problem && problem.field === null && <ProblemNote problem={problem} />}
      {end.problem && <ProblemNote problem={end.problem} />}
      <div class="row wide">
        <Button look="primary" submits busy={busy}>
          {t.save}
        </Button>
        {terms && terms.amount !== null && (
          <Button busy={end.busy} onPress={() => end.submit()}>
            {t.end}
          </Button>
        )}
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

function hintOf(per: CostBase): string | null {
  const t = messages.value.profit;
  if (per === 'minute') return t.minuteHint;
  return per.startsWith('month-') ? t.monthHint : null;
}

function optionsOf<V extends string>(words: Record<V, string>): { value: V; label: string }[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }));
}
