import type { ProductView } from '../../server/shelves/product-view.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { placeName } from '../visitor/place-name.ts';

/** What the shop says of a product, and in how much of what people did it is. */
export function ProductFacts({ product }: { product: ProductView & { waiting: { price: number; stock: number } } }) {
  const t = messages.value.product;
  const { fields } = messages.value.catalog;
  const { date, list, money, number } = formats.value;
  const placesOf = (codes: readonly string[]) => list(codes.map(placeName));
  const facts: [string, string | null][] = [
    [fields.item_id, product.id],
    [fields.price, product.price && money(product.price)],
    [fields.item_category, product.categories.join(' › ')],
    [fields.item_brand, product.brand],
    [fields.added, date(product.addedAt)],
    [fields.sold_in, placesOf(product.soldIn)],
    [fields.not_sold_in, placesOf(product.notSoldIn)],
    ...attributesOf(product.attributes),
    [t.visits, number(product.visits)],
    [t.orders, number(product.orders)],
    [t.waitPrice, product.waiting.price > 0 ? number(product.waiting.price) : null],
    [t.waitStock, product.waiting.stock > 0 ? number(product.waiting.stock) : null],
  ];
  const aside = product.inStock ? <Badge tone="good">{t.inStock}</Badge> : <Badge tone="warn">{t.outOfStock}</Badge>;
  return (
    <Card title={t.facts} aside={aside}>
      <div class="product-facts">
        {product.image && <img src={product.image} alt="" />}
        <dl>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt class="soft">{name}</dt>
                  <dd class="numbers">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      <p>
        <a href={product.url} rel="noreferrer" target="_blank">
          {t.toShop}
        </a>
      </p>
    </Card>
  );
}

/** Values of one name together. */
function attributesOf(attributes: ProductView['attributes']): [string, string][] {
  const values = new Map<string, string[]>();
  for (const { name, value, unit } of attributes) {
    const said = typeof value === 'number' ? formats.value.decimal(value) : value;
    values.set(name, [...(values.get(name) ?? []), unit === null ? said : `${said} ${unit}`]);
  }
  return [...values].map(([name, said]) => [name, said.join(', ')]);
}
