import { useEffect } from 'preact/hooks';
import type { Rule } from '../../server/segments/rule.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { Chosen } from '../recommendations/line.tsx';
import type { Known } from '../segments/load-segments.ts';
import { RuleFields } from '../segments/rule-fields.tsx';
import type { Preview } from '../segments/use-preview.ts';
import { useRuleDraft } from '../segments/use-rule-draft.ts';
import { vocabularyOf } from '../segments/vocabulary.ts';
import { formats } from '../session/session.ts';
import type { Change, Draft } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';

interface Props {
  draft: Draft;
  segments: Known;
  /** Whom the audience holds of now; null while they are counted, or where they cannot be. */
  count: Preview['count'] | null;
  errorAt: ErrorAt;
  onChange: Change;
}

type Kind = 'everyone' | 'segment' | 'rule';

/** For whom it is, and how many people that are. */
export function AudiencePart({ draft: { audience, rungs }, segments, count, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const kind: Kind = audience === null ? 'everyone' : 'segment' in audience ? 'segment' : 'rule';
  const choose = (next: Kind) => {
    const [first] = segments.segments;
    if (next === 'everyone') onChange({ audience: null });
    else if (next === 'rule') onChange({ audience: { all: [] } });
    else if (first) onChange({ audience: { segment: first.id } });
  };
  const offered = (['everyone', 'segment', 'rule'] as const).filter(
    (value) => value !== 'segment' || segments.segments.length > 0 || kind === 'segment',
  );
  const wrong = errorAt('audience');
  return (
    <Card title={t.audience}>
      <div class="stack">
        <Choice
          label={t.audience}
          options={offered.map((value) => ({ value, label: t.audiences[value] }))}
          value={kind}
          onChoose={choose}
        />
        {audience && 'segment' in audience && (
          <Chosen
            label={t.segment}
            value={audience.segment}
            options={segments.segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(segment) => onChange({ audience: { segment } })}
          />
        )}
        {audience && kind === 'rule' && (
          <RulePart rule={audience} segments={segments} onChange={(rule) => onChange({ audience: rule })} />
        )}
        {wrong && <span class="field-error small">{wrong}</span>}
        <p class="segment-count numbers" role="status" aria-busy={count === null}>
          {count ? (
            <>
              {t.reach(
                `${count.sampled ? '≈ ' : ''}${formats.value.number(count.members)}`,
                formats.value.number(count.everyone),
              )}
              <ShareBar share={count.everyone === 0 ? 0 : count.members / count.everyone} />
            </>
          ) : (
            <span class="soft">{t.checks.peopleUnknown}…</span>
          )}
        </p>
        {audience && rungs.includes('context') && <p class="soft small">{t.needsProfile}</p>}
      </div>
    </Card>
  );
}

function RulePart({ rule, segments, onChange }: { rule: Rule; segments: Known; onChange: (rule: Rule) => void }) {
  const draft = useRuleDraft(rule, undefined);
  const built = JSON.stringify(draft.rule);
  useEffect(() => {
    if (built !== JSON.stringify(rule)) onChange(draft.rule);
  }, [built]);
  return <RuleFields {...draft} vocabulary={vocabularyOf(segments)} />;
}
