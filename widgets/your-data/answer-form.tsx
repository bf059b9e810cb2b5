import type { TargetedSubmitEvent } from 'preact';
import type { Answer } from './definition.ts';
import { focus } from './focus.ts';

interface Props {
  answer: Answer;
  words: Record<'save' | 'cancel' | 'takeBack', string>;
  onCancel(): void;
  /** `value`: what the collector is told, null takes it back; `said`: for people. */
  onAnswer(value: string | string[] | null, said: string): void;
}

/** Where somebody corrects what they have told of themselves. */
export function AnswerForm({ answer, words, onCancel, onAnswer }: Props) {
  const { type, value, choices } = answer;
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const told = new FormData(event.currentTarget).getAll('answer').map(String);
    if (type !== 'several' && !told[0]) return;
    const chosen = choices.filter((choice) => told.includes(choice.value)).map((choice) => choice.words);
    onAnswer(type === 'several' ? told : (told[0] ?? ''), choices[0] ? chosen.join(', ') : (told[0] ?? ''));
  };
  return (
    <form class="do" onSubmit={onSubmit} aria-labelledby="asked" tabIndex={-1} ref={focus}>
      <p id="asked">{answer.words}</p>
      {choices.map((choice) => (
        <label>
          <input
            type={type === 'several' ? 'checkbox' : 'radio'}
            name="answer"
            value={choice.value}
            defaultChecked={value.split(',').includes(choice.value)}
          />
          {choice.words}
        </label>
      ))}
      {!choices[0] && (
        <input
          type={type}
          name="answer"
          step="any"
          maxLength={200}
          required
          aria-labelledby="asked"
          defaultValue={value}
        />
      )}
      <div class="do">
        <button type="submit">{words.save}</button>
        <button type="button" onClick={() => onAnswer(null, '')}>
          {words.takeBack}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
