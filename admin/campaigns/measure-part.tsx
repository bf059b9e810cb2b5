import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { NumberLine } from '../recommendations/line.tsx';
import { minorUnitsIn } from '../segments/wording.ts';
import { shop } from '../session/session.ts';
import type { Change, Draft } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { TypedChoice } from './typed-choice.tsx';

interface Props {
  draft: Draft;
  /** Names of the shop's events. */
  events: readonly string[];
  errorAt: ErrorAt;
  onChange: Change;
}

/** Happens on every page, of which profiles keep no order: no goal can be told by them. */
const byTheWay = new Set(['page_view']);

/** What it is to bring, who goes without so that this can be seen, and what it costs. */
export function MeasurePart({ draft: { goal, holdout, split, variants, cost }, events, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const currency = shop.value?.currency ?? 'EUR';
  const minor = minorUnitsIn(currency);
  return (
    <Card title={t.measuring}>
      <div class="stack">
        <div class="recipe-line">
          <TypedChoice
            label={t.goalEvent}
            value={goal.event}
            options={events.filter((name) => !byTheWay.has(name)).map((value) => ({ value, label: eventLabel(value) }))}
            other={t.goalOther}
            typed={{ label: t.eventName }}
            error={errorAt('goal.event')}
            onChange={(event) => onChange({ goal: { ...goal, event } })}
          />
          <NumberLine
            label={t.goalDays}
            value={goal.days}
            min={1}
            max={90}
            empty={7}
            error={errorAt('goal.days')}
            onInput={(days) => onChange({ goal: { ...goal, days } })}
          />
          <NumberLine
            label={t.holdout}
            hint={t.holdoutHint}
            value={holdout}
            min={0}
            max={50}
            empty={0}
            error={errorAt('holdout')}
            onInput={(share) => onChange({ holdout: share })}
          />
        </div>
        {variants.length > 1 && (
          <>
            <Choice
              label={t.split}
              options={(['weights', 'thompson'] as const).map((value) => ({ value, label: t.splits[value] }))}
              value={split.by}
              onChoose={(by) => onChange({ split: by === 'weights' ? { by } : { by, floor: 10 } })}
            />
            <p class="soft small">{t.splitMeaning[split.by]}</p>
          </>
        )}
        {split.by === 'thompson' && (
          <NumberLine
            label={t.floor}
            value={split.floor}
            min={1}
            max={25}
            empty={10}
            error={errorAt('split.floor')}
            onInput={(floor) => onChange({ split: { by: 'thompson', floor } })}
          />
        )}
        <fieldset class="stack">
          <legend>{t.cost}</legend>
          <div class="recipe-line">
            {(['once', 'perView', 'perClick', 'perGoal'] as const).map((of) => (
              <NumberLine
                key={of}
                label={t.costs[of]}
                value={cost[of] / minor}
                min={0}
                max={10_000_000}
                step={1 / minor}
                empty={0}
                error={errorAt(`cost.${of}`) && t.wrong.cost}
                onInput={(amount) => onChange({ cost: { ...cost, [of]: Math.round(amount * minor) } })}
              />
            ))}
          </div>
          <span class="soft small">{t.costHint(currency)}</span>
        </fieldset>
      </div>
    </Card>
  );
}
