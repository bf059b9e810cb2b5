import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { language, messages } from '../language/current.ts';
import { locales } from '../language/languages.ts';
import { CheckLine } from './check-line.tsx';
import type { Change, Draft } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';

interface Props {
  draft: Draft;
  errorAt: ErrorAt;
  onChange: Change;
}

const week = [1, 2, 3, 4, 5, 6, 7];

/** When it may be seen, by the shop's clocks. */
export function TimePart({ draft: { schedule }, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const change = (part: Partial<Draft['schedule']>) => onChange({ schedule: { ...schedule, ...part } });
  const { hours, days } = schedule;
  const withHours = (part: { from?: string; until?: string }) => {
    const next = { from: hours?.from ?? '', until: hours?.until ?? '', ...part };
    change({ hours: next.from === '' && next.until === '' ? null : next });
  };
  const names = new Intl.DateTimeFormat(locales[language.value], { weekday: 'long', timeZone: 'UTC' });
  return (
    <Card title={t.schedule}>
      <div class="stack">
        <div class="recipe-line">
          {(['from', 'until'] as const).map((of) => (
            <Field
              key={of}
              label={t[of]}
              type="datetime-local"
              value={schedule[of] ?? ''}
              error={errorAt(`schedule.${of}`)}
              onInput={(at) => change({ [of]: at === '' ? null : at })}
              optional
            />
          ))}
        </div>
        <p class="soft small">{t.scheduleHint}</p>
        <fieldset class="stack">
          <legend>{t.daysOfWeek}</legend>
          <div class="row">
            {week.map((day) => (
              <CheckLine
                key={day}
                checked={days.includes(day)}
                onChange={(isIn) =>
                  change({ days: week.filter((other) => (other === day ? isIn : days.includes(other))) })
                }
              >
                {/* The first of January 2024 was a Monday. */}
                {names.format(Date.UTC(2024, 0, day))}
              </CheckLine>
            ))}
          </div>
          <span class="soft small">{t.daysHint}</span>
        </fieldset>
        <div class="recipe-line">
          <Field
            label={t.hoursFrom}
            type="time"
            value={hours?.from ?? ''}
            error={errorAt('schedule.hours') && t.wrong.hours}
            onInput={(from) => withHours({ from })}
            optional
          />
          <Field
            label={t.hoursUntil}
            type="time"
            value={hours?.until ?? ''}
            onInput={(until) => withHours({ until })}
            optional
          />
        </div>
        <p class="soft small">{t.hoursHint}</p>
        <ZoneNote />
      </div>
    </Card>
  );
}
