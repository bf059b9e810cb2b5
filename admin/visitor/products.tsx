import type { Visitor } from '../../server/profiles/visitor.ts';
import { Ago } from '../components/ago.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { ProductLink } from '../product/product-link.tsx';

const shown = 6;

/** What was bought, what is wished for and what was looked at, newest first. */
export function Products({ visitor: { bought, viewed, wishes, alerts } }: { visitor: Visitor }) {
  const t = messages.value.visitor;
  return (
    <>
      <ProductCard title={t.bought} none={t.boughtNone} products={bought} />
      {wishes.length > 0 && <ProductCard title={t.wishes} products={wishes} />}
      {alerts.length > 0 && <AlertCard alerts={alerts} />}
      <ProductCard title={t.viewed} none={t.viewedNone} products={viewed} />
    </>
  );
}

function AlertCard({ alerts }: Pick<Visitor, 'alerts'>) {
  const t = messages.value.visitor;
  return (
    <Card title={t.alerts}>
      <ul class="item-lines">
        {alerts.slice(0, shown).map(({ id, name, of, isMet, at }) => (
          <li key={`${of} ${id}`}>
            <span>
              {name === null ? id : <ProductLink id={id} name={name} />}{' '}
              <span class="soft small">
                {t.alertOf[of]}
                {isMet && ` · ${t.alertMet}`}
              </span>
            </span>
            <span class="soft small">
              <Ago at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ProductCard({ title, none, products }: { title: string; none?: string; products: Visitor['bought'] }) {
  return (
    <Card title={title}>
      {products.length === 0 && none !== undefined && <p class="soft">{none}</p>}
      <ul class="item-lines">
        {products.slice(0, shown).map(({ id, name, at }) => (
          <li key={id}>
            <span>{name === null ? id : <ProductLink id={id} name={name} />}</span>
            <span class="soft small">
              <Ago at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
