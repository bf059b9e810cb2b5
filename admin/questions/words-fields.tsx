import type { Words } from '../../server/questions/question.ts';
import { Field } from '../components/field.tsx';
import { type Language, languages } from '../language/languages.ts';

interface Props {
  label: string;
  words: Words;
  onChange: (words: Words) => void;
}

/** One text in the four languages of visitors; those that are left empty are read in another. */
export function WordsFields({ label, words, onChange }: Props) {
  return (
    <fieldset class="question-words">
      <legend>{label}</legend>
      {(Object.keys(languages) as Language[]).map((code) => (
        <Field
          key={code}
          label={languages[code]}
          value={words[code] ?? ''}
          onInput={(text) => onChange({ ...words, [code]: text === '' ? undefined : text })}
          autocomplete="off"
          optional
        />
      ))}
    </fieldset>
  );
}
