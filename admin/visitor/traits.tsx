import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { TraitView, Visitor } from '../../server/profiles/visitor.ts';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { SelectField } from '../profit/select-field.tsx';
import { answerWords } from '../questions/answer-words.ts';
import { formats } from '../session/session.ts';
import { EditHistory } from './edit-history.tsx';
import { wordOf } from './evidence-words.ts';
import { TraitForm } from './trait-form.tsx';
import { traitLabel } from './trait-words.ts';

interface Props {
  visitor: Visitor;
  onChange: () => Promise<void>;
}

/** What was said of this person, by whom and when; staff corrects it, and what was before is kept. */
export function Traits({ visitor: { id, traits }, onChange }: Props) {
  const t = messages.value.edits;
  /** The trait that is written, and whether it is none of those shown. */
  const [written, setWritten] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const found = useLoad(() => parseResponse(client.visitors[':id'].edits.$get({ param: { id } })), [id]);
  const close = () => {
    setWritten(null);
    setIsAdding(false);
  };
  const changed = async () => {
    close();
    await Promise.all([found.reload(), onChange()]);
  };
  const shown = new Set(traits.map(({ key }) => key));
  return (
    <Card title={messages.value.visitor.traits}>
      {traits.length === 0 && <p class="soft">{t.none}</p>}
      <dl class="stack">
        {traits.map((trait) => (
          <div key={trait.key}>
            <dt class="soft small">{traitLabel(trait.key, trait.question)}</dt>
            <dd class="apart">
              <span class="visitor-value">{answerWords(trait.question, trait.value)}</span>
              {written !== trait.key && (
                <Button look="quiet" onPress={() => setWritten(trait.key)}>
                  {t.change}
                  <span class="unseen">: {traitLabel(trait.key, trait.question)}</span>
                </Button>
              )}
            </dd>
            <dd class="soft small">
              <Said trait={trait} />
            </dd>
            {written === trait.key && (
              <dd>
                <TraitForm
                  person={id}
                  trait={trait.key}
                  question={trait.question}
                  value={trait.value}
                  onKept={changed}
                  onCancel={close}
                />
              </dd>
            )}
          </div>
        ))}
      </dl>
      <Awaited of={found} lines={2}>
        {({ edits, fields }) => {
          const more = fields.filter(({ trait }) => !shown.has(trait));
          const chosen = more.find(({ trait }) => trait === written) ?? more[0];
          return (
            <>
              {isAdding && chosen ? (
                <div class="stack">
                  <SelectField
                    label={t.addWhat}
                    value={chosen.trait}
                    options={more.map(({ trait, question }) => ({ value: trait, label: traitLabel(trait, question) }))}
                    onChoose={setWritten}
                  />
                  <TraitForm key={chosen.trait} person={id} {...chosen} value="" onKept={changed} onCancel={close} />
                </div>
              ) : (
                more.length > 0 && (
                  <div class="row">
                    <Button
                      onPress={() => {
                        setWritten(null);
                        setIsAdding(true);
                      }}
                    >
                      {t.add}
                    </Button>
                  </div>
                )
              )}
              <EditHistory person={id} edits={edits} onChange={changed} />
            </>
          );
        }}
      </Awaited>
    </Card>
  );
}

/** Whose word it is, and what was said of it besides. */
function Said({ trait: { question, source, at, isStale, own, corrected } }: { trait: TraitView }) {
  const t = messages.value.edits;
  const { date } = formats.value;
  const old = messages.value.sources;
  return (
    <>
      {messages.value.visitor.saidBy(wordOf(source), date(at))}{' '}
      {isStale && (
        <Badge tone="warn" title={old.oldMeaning}>
          {old.old}
        </Badge>
      )}
      {own && <p>{t.own(answerWords(question, own.value), date(own.at))}</p>}
      {corrected && (
        <p>
          <Badge tone="warn" title={t.conflictMeaning}>
            {t.conflict}
          </Badge>{' '}
          {t.corrected(answerWords(question, corrected.value), date(corrected.at))}
        </p>
      )}
    </>
  );
}
