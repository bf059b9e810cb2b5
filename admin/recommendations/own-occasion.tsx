import type { Occasions } from '../../server/occasions/occasions.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { WordsFields } from '../questions/words-fields.tsx';
import { NumberLine } from './line.tsx';

type Own = Occasions['own'][number];

interface Props {
  place: number;
  occasion: Own;
  onChange: (occasion: Own) => void;
  onRemove: () => void;
}

/** An occasion of the shop's own: its names, its day, and the days before it. */
export function OwnOccasion({ place, occasion, onChange, onRemove }: Props) {
  const t = messages.value.occasions;
  const { words, month, day, year, lead } = occasion;
  const inYear = year ?? new Date().getFullYear();
  const date = `${String(inYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return (
    <fieldset class="stack">
      <legend class="unseen">{`${t.own} ${place}`}</legend>
      <p class="soft small">{`${t.name}. ${t.nameHint}`}</p>
      <WordsFields label={t.name} words={words} onChange={(next) => onChange({ ...occasion, words: next })} />
      <div class="recipe-line">
        <Field
          type="date"
          label={t.date}
          value={date}
          onInput={(value) => {
            const [nextYear, nextMonth, nextDay] = value.split('-').map(Number);
            if (!nextYear || !nextMonth || !nextDay) return;
            onChange({ ...occasion, month: nextMonth, day: nextDay, year: year === null ? null : nextYear });
          }}
        />
        <NumberLine
          label={t.lead}
          value={lead}
          min={1}
          max={120}
          empty={14}
          onInput={(next) => onChange({ ...occasion, lead: next })}
        />
        <label class="row">
          <input
            type="checkbox"
            checked={year === null}
            onChange={(event) => onChange({ ...occasion, year: event.currentTarget.checked ? null : inYear })}
          />
          {t.yearly}
        </label>
        <Button look="quiet" onPress={onRemove}>
          {t.remove}
          <span class="unseen">{`: ${t.own} ${place}`}</span>
        </Button>
      </div>
    </fieldset>
  );
}
