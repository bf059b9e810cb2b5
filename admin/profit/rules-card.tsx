import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Explained } from '../components/explained.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats, shop } from '../session/session.ts';
import { RuleForm } from './rule-form.tsx';

export type Terms = InferResponseType<typeof client.profit.rules.$get>['rules'][number];

interface Props {
  /** The days of the page, in which a change is tried out. */
  from: string;
  to: string;
  onChange: () => void;
}

/** The merchant's own costs: what each says now, what it said before, and what a change would do. */
export function RulesCard({ from, to, onChange }: Props) {
  const t = messages.value.profit;
  const [edited, setEdited] = useState<string | null>(null);
  const rules = useLoad(() => parseResponse(client.profit.rules.$get()), []);
  const changed = async () => {
    setEdited(null);
    await rules.reload();
    onChange();
  };
  const form = (terms: Terms | null) => (
    <RuleForm terms={terms} from={from} to={to} onKept={() => void changed()} onCancel={() => setEdited(null)} />
  );
  return (
    <Card title={t.rules} aside={<Explained definition={t.rulesMeaning}>{messages.value.customers.how}</Explained>}>
      <Awaited of={rules} lines={3}>
        {({ rules: all }) => (
          <>
            {all.length === 0 && <p class="soft">{t.noRules}</p>}
            <ul class="stack">
              {byRule(all).map((history) => {
                const [now] = history;
                if (!now) return null;
                return (
                  <li key={now.rule}>
                    <div class="apart">
                      <span>
                        <strong>{now.name}</strong> <span class="soft numbers">{termsWords(now)}</span>
                      </span>
                      <span class="row">
                        <Button look="quiet" onPress={() => setEdited(now.rule)}>
                          {t.change}
                          <span class="unseen">: {now.name}</span>
                        </Button>
                        <SecondThought
                          words={t.delete}
                          what={now.name}
                          act={async () => {
                            await client.profit.rules[':rule'].$delete({ param: { rule: now.rule }, query: {} });
                            await changed();
                          }}
                        />
                      </span>
                    </div>
                    {edited === now.rule && form(now)}
                    <Disclosure summary={<span class="soft small">{t.history}</span>}>
                      <ul class="stack small">
                        {history.map((terms) => (
                          <li key={terms.since} class="apart">
                            <span class="numbers">
                              {termsWords(terms)}{' '}
                              <span class="soft">{t.saidBy(terms.by, formats.value.moment(terms.at))}</span>
                            </span>
                            {history.length > 1 && (
                              <SecondThought
                                words={t.takeBack}
                                what={`${terms.name}, ${terms.since}`}
                                act={async () => {
                                  const { rule, since } = terms;
                                  await client.profit.rules[':rule'].$delete({ param: { rule }, query: { since } });
                                  await changed();
                                }}
                              />
                            )}
                          </li>
                        ))}
                      </ul>
                    </Disclosure>
                  </li>
                );
              })}
            </ul>
            {edited === '' ? (
              form(null)
            ) : (
              <div class="row">
                <Button onPress={() => setEdited('')}>{t.addRule}</Button>
              </div>
            )}
          </>
        )}
      </Awaited>
    </Card>
  );
}

/** The rules by name, what each said last first. */
function byRule(all: readonly Terms[]): Terms[][] {
  const rules = new Map<string, Terms[]>();
  for (const terms of all) rules.set(terms.rule, [terms, ...(rules.get(terms.rule) ?? [])]);
  return [...rules.values()].sort(([a], [b]) => (a?.name ?? '').localeCompare(b?.name ?? ''));
}

function termsWords({ amount, per, channel, since }: Terms): string {
  const t = messages.value.profit;
  const { money, decimal, calendarDay } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const much =
    amount === null
      ? t.ended
      : per === 'revenue'
        ? t.share(`${decimal(amount / 100)} %`)
        : `${money({ amount, currency })} / ${t.bases[per]}`;
  const which = channel === null ? '' : ` (${messages.value.arrivals.channels[channel]})`;
  return `${much}${which} · ${t.since.toLocaleLowerCase()} ${calendarDay(since)}`;
}
