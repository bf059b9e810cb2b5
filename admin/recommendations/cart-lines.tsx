import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { WordLine } from './word-line.tsx';

interface Props {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Products that lie in a cart that is tried. */
export function CartLines({ chosen, onChange }: Props) {
  const t = messages.value.recipes;
  const [product, setProduct] = useState('');
  const add = () => {
    if (product.trim() === '') return;
    onChange([...new Set([...chosen, product.trim()])].slice(0, 100));
    setProduct('');
  };
  return (
    <div class="stack">
      {chosen.length === 0 ? (
        <p class="soft small">{t.cartHint}</p>
      ) : (
        <ul class="row">
          {chosen.map((id) => (
            <li key={id} class="recipe-word">
              {id}
              <Button look="quiet" onPress={() => onChange(chosen.filter((other) => other !== id))}>
                {t.remove}
                <span class="unseen">: {id}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="recipe-line">
        <WordLine label={t.cartProduct} kind="products" value={product} onInput={setProduct} />
        <Button onPress={add}>
          {t.add}
          <span class="unseen">: {t.cartProduct}</span>
        </Button>
      </div>
    </div>
  );
}
