import { parseResponse } from 'hono/client';
import type { ProductView } from '../../server/shelves/product-view.ts';
import type { LedTo, Recommender } from '../../server/shelves/recommended-by.ts';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { reasonWords } from '../visitor/reason-words.ts';
import { ProductLink } from './product-link.tsx';

/** Those that are in sight before somebody asks for the rest. */
const shown = 6;

/** On whose pages a product is among the first, each way by itself. */
export function RecommendedBy({ product: { id, inStock } }: { product: ProductView }) {
  const t = messages.value.product;
  const param = { id: encodeURIComponent(id) };
  const found = useLoad(() => parseResponse(client.shelves.products[':id']['recommended-by'].$get({ param })), []);
  return (
    <Card title={t.recommendedBy}>
      <p class="soft">{t.recommendedByMeaning}</p>
      {!inStock && <p>{t.ifInStock}</p>}
      <Awaited of={found} lines={8}>
        {(ways) => (
          <div class="product-shelves">
            {ways.map((led) => (
              <Way key={led.way} led={led} />
            ))}
          </div>
        )}
      </Awaited>
    </Card>
  );
}

function Way({ led: { way, by, asked, candidates } }: { led: LedTo }) {
  const t = messages.value.product;
  const { number } = formats.value;
  const title = messages.value.why.ingredients[way];
  return (
    <section class="stack" aria-label={`${t.recommendedBy}: ${title}`}>
      <h3>{title}</h3>
      {by.length === 0 && <p>{t.none}</p>}
      <Recommenders of={by.slice(0, shown)} />
      {by.length > shown && (
        <Disclosure summary={t.more(number(by.length - shown))}>
          <Recommenders of={by.slice(shown)} />
        </Disclosure>
      )}
      <p class="soft small">
        {candidates === 0 ? t.nobodyToAsk[way] : t.asked[way](number(asked), number(candidates))}
      </p>
    </section>
  );
}

function Recommenders({ of }: { of: readonly Recommender[] }) {
  return (
    <ul class="recipe-shelf">
      {of.map(({ product, name, image, place, reason }) => (
        <li key={product}>
          {image && <img src={image} alt="" loading="lazy" />}
          <span class="product-recommender">
            <ProductLink id={product} name={name} />
            <br />
            <span class="soft small">{reasonWords(reason, (id) => (id === product ? name : id))}</span>
          </span>
          <Badge>{messages.value.product.place(formats.value.number(place))}</Badge>
        </li>
      ))}
    </ul>
  );
}
