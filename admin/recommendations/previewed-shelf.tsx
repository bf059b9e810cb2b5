import type { PreviewedShelf as Shelf } from '../../server/shelves/preview.ts';
import { Badge } from '../components/badge.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';
import { ProductLink } from '../product/product-link.tsx';
import { formats } from '../session/session.ts';
import { reasonWords } from '../visitor/reason-words.ts';
import { stepWords } from '../visitor/step-words.ts';

interface Props {
  title: string;
  shelf: Shelf;
  names: Record<string, string>;
  /** What a recipe is called. */
  nameOf: (recipe: string) => string;
  /** Each product leads to its page. */
  linked?: boolean;
}

/** A shelf as it would be: each product with its reason, how it got there, and what was left out. */
export function PreviewedShelf({ title, shelf, names, nameOf, linked = false }: Props) {
  const t = messages.value.recipes;
  const filters: Record<string, string> = messages.value.why.filters;
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      {shelf.recipe === null ? <p>{t.noShelf}</p> : <p class="soft small">{t.filledBy(nameOf(shelf.recipe))}</p>}
      <ol class="recipe-shelf">
        {shelf.items.map(({ id, name, image, price, reason }) => (
          <li key={id}>
            {image && <img src={image} alt="" loading="lazy" />}
            <span>
              {linked ? <ProductLink id={id} name={name} /> : name}
              {price && <span class="numbers"> · {formats.value.money(price)}</span>}
              <br />
              <span class="soft small">{reasonWords(reason, (of) => names[of] ?? of)}</span>
            </span>
          </li>
        ))}
      </ol>
      <Disclosure summary={t.how}>
        <ol class="recipe-steps">
          {shelf.steps
            .map((step, place) => stepWords(step, place, nameOf))
            .map(({ key, words, effect, note }) => (
              <li key={key} class="apart">
                <span>
                  {words}
                  {note && <span class="soft"> – {note}</span>}
                </span>
                {effect && <Badge tone={effect.kind === 'brought' ? 'good' : 'plain'}>{effect.text}</Badge>}
              </li>
            ))}
        </ol>
      </Disclosure>
      {shelf.away.length > 0 && (
        <Disclosure summary={t.leftOut}>
          <ul class="recipe-steps">
            {shelf.away.map(({ id, name, filter }) => (
              <li key={id}>
                {name}
                <br />
                <span class="soft small">{filters[filter] ?? filter}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
