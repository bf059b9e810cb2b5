import type { ProductView } from '../../server/shelves/product-view.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { nameOf } from '../recommendations/name-of.ts';
import { formats } from '../session/session.ts';
import { placeName } from '../visitor/place-name.ts';

/** Why no shelf shows a product, or one does not, or not everywhere; and whether there is nothing yet that speaks for it. */
export function KeptOut({ product }: { product: ProductView }) {
  const t = messages.value.product;
  const { inStock, outSince, soldIn, notSoldIn, neverOf, visits, orders } = product;
  const filters: Record<string, string> = messages.value.why.filters;
  const placesOf = (codes: readonly string[]) => formats.value.list(codes.map(placeName));
  const isFree = inStock && soldIn.length + notSoldIn.length + neverOf.length === 0;
  return (
    <Card title={t.keptOut}>
      {isFree && <p>{t.free}</p>}
      {!inStock && <p>{outSince === null ? t.out : t.outSince(formats.value.date(outSince))}</p>}
      {soldIn.length > 0 && <p>{t.onlyIn(placesOf(soldIn))}</p>}
      {notSoldIn.length > 0 && <p>{t.notIn(placesOf(notSoldIn))}</p>}
      {neverOf.length > 0 && (
        <>
          <p>{t.notOf}</p>
          <ul class="recipe-steps">
            {neverOf.map(({ recipe, filter }) => (
              <li key={recipe.id}>
                <a href={`/admin/recommendations/recipes/${recipe.id}`}>{nameOf(recipe)}</a>
                <br />
                <span class="soft small">{filters[filter] ?? filter}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {orders === 0 && <p>{visits === 0 ? t.cold : t.unsold}</p>}
    </Card>
  );
}
