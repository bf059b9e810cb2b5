import { useState } from 'preact/hooks';
import type { Recipe } from '../../server/recommend/recipe.ts';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import type { WordKind } from './find-words.ts';
import { Chosen } from './line.tsx';
import { WordLine } from './word-line.tsx';

interface Props {
  label: string;
  meaning?: string;
  scope: Recipe['only'];
  onChange: (scope: Recipe['only']) => void;
}

const kinds = ['categories', 'brands', 'products'] as const;

/** Categories, brands and products that a recipe names. */
export function Named({ label, meaning, scope, onChange }: Props) {
  const t = messages.value.recipes;
  const [kind, setKind] = useState<WordKind>('categories');
  const [word, setWord] = useState('');
  const named = kinds.flatMap((of) => scope[of].map((value) => ({ of, value })));
  const add = () => {
    if (word.trim() === '') return;
    onChange({ ...scope, [kind]: [...new Set([...scope[kind], word.trim()])] });
    setWord('');
  };
  return (
    <fieldset class="stack">
      <legend>{label}</legend>
      {named.length > 0 ? (
        <ul class="row">
          {named.map(({ of, value }) => (
            <li key={`${of} ${value}`} class="recipe-word">
              <span class="soft small">{t.kinds[of]}:</span> {value}
              <Button
                look="quiet"
                onPress={() => onChange({ ...scope, [of]: scope[of].filter((other) => other !== value) })}
              >
                {t.remove}
                <span class="unseen">
                  : {label} {value}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        meaning && <p class="soft small">{meaning}</p>
      )}
      <div class="recipe-line">
        <Chosen
          label={label}
          value={kind}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
          onChoose={setKind}
        />
        <WordLine label={`${label}: ${t.kinds[kind]}`} kind={kind} value={word} onInput={setWord} />
        <Button onPress={add}>
          {t.add}
          <span class="unseen">: {label}</span>
        </Button>
      </div>
    </fieldset>
  );
}
