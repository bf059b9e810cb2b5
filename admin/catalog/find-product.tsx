import { useState } from 'preact/hooks';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { ProductLink } from '../product/product-link.tsx';
import { findWords } from '../recommendations/find-words.ts';

/** ms without a key after which it is searched. */
const pause = 200;

/** A product by letters of its name or number, with the way to its page. */
export function FindProduct() {
  const t = messages.value.product;
  const [letters, setLetters] = useState('');
  const asked = letters.trim();
  const found = useLoad(async () => {
    if (asked === '') return [];
    await new Promise((resolve) => setTimeout(resolve, pause));
    return findWords('products', asked);
  }, [asked]);
  return (
    <Card title={t.find}>
      <Field
        type="search"
        label={t.findBy}
        hint={t.findHint}
        value={letters}
        onInput={setLetters}
        autocomplete="off"
        optional
      />
      <Awaited of={found} lines={2}>
        {(products) => (
          <>
            <ul class="stack">
              {products.map(({ value, label }) => (
                <li key={value}>
                  <ProductLink id={value} name={label} />
                  <span class="soft small seen-id">{value}</span>
                </li>
              ))}
            </ul>
            {asked !== '' && products.length === 0 && !found.loading && <p class="soft">{t.notFound}</p>}
          </>
        )}
      </Awaited>
    </Card>
  );
}
