import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';
import { inLanguage } from '../questions/in-language.ts';
import { Chosen } from '../recommendations/line.tsx';
import { type SurveyQuestion, type SurveyWords, stepsIn } from './survey-draft.ts';

interface Props {
  only: SurveyQuestion['only'];
  /** The questions before it. */
  earlier: readonly SurveyQuestion[];
  known: SurveyWords;
  onChange: (only: SurveyQuestion['only']) => void;
}

/** Of whom a question is asked: of everyone, or by the step that was chosen before. */
export function OnlyPart({ only, earlier, known, onChange }: Props) {
  const t = messages.value.campaigns;
  const name = useId();
  const scales = earlier.filter(({ asks }) => asks !== 'text');
  const of = scales.find(({ key }) => key === only?.key);
  if (scales.length === 0) return null;
  return (
    <>
      <Chosen
        label={t.askedOf}
        value={only?.key ?? ''}
        options={[
          { value: '', label: t.askedOfAll },
          ...scales.map(({ key, words }) => ({ value: key, label: t.askedAfter(inLanguage(words) || key) })),
        ]}
        onChoose={(key) => {
          const scale = scales.find((one) => one.key === key);
          onChange(scale ? { key, values: lowPart(stepsIn(scale.asks, known)) } : null);
        }}
      />
      {only && of && (
        <fieldset class="survey-steps">
          <legend class="soft small">{t.askedSteps}</legend>
          {stepsIn(of.asks, known).map((step) => (
            <label key={step} for={`${name}-${step}`}>
              <input
                id={`${name}-${step}`}
                type="checkbox"
                checked={only.values.includes(step)}
                onChange={({ currentTarget: { checked } }) => {
                  const rest = only.values.filter((value) => value !== step);
                  const values = checked ? [...rest, step].sort((a, b) => a - b) : rest;
                  if (values.length > 0) onChange({ ...only, values });
                }}
              />
              {step}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Who is not content is asked why, most of the time. */
function lowPart(steps: readonly number[]): number[] {
  return steps.slice(0, Math.ceil(steps.length * 0.6));
}
