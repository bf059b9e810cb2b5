import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { NumberLine } from '../recommendations/line.tsx';
import { CheckLine } from './check-line.tsx';
import type { Change, Draft } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';

interface Props {
  draft: Draft;
  errorAt: ErrorAt;
  onChange: Change;
}

/** How often one visitor sees it, and what stands before it. */
export function LimitsPart({ draft: { caps, againAfter, priority, sells }, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const counts = [
    ['session', t.perSession],
    ['day', t.perDay],
    ['ever', t.ever],
  ] as const;
  return (
    <Card title={t.limits}>
      <div class="stack">
        <div class="recipe-line">
          {counts.map(([of, label]) => (
            <NumberLine
              key={of}
              label={label}
              hint={t.noLimit}
              value={caps[of]}
              min={1}
              max={1000}
              empty={null}
              error={errorAt(`caps.${of}`) && t.wrong.caps}
              onInput={(most) => onChange({ caps: { ...caps, [of]: most } })}
            />
          ))}
          <NumberLine
            label={t.hoursBetween}
            value={caps.hoursBetween}
            min={0}
            max={8760}
            empty={0}
            error={errorAt('caps.hoursBetween') && t.wrong.cost}
            onInput={(hoursBetween) => onChange({ caps: { ...caps, hoursBetween } })}
          />
        </div>
        <div class="recipe-line">
          <NumberLine
            label={t.againAfter}
            hint={t.againHint}
            value={againAfter}
            min={0}
            max={730}
            empty={null}
            error={errorAt('againAfter')}
            onInput={(after) => onChange({ againAfter: after })}
          />
          <NumberLine
            label={t.priority}
            hint={t.priorityHint}
            value={priority}
            min={0}
            max={100}
            empty={50}
            error={errorAt('priority')}
            onInput={(next) => onChange({ priority: next })}
          />
        </div>
        <CheckLine checked={sells} onChange={(next) => onChange({ sells: next })}>
          {t.sells}
        </CheckLine>
      </div>
    </Card>
  );
}
