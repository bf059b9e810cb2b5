import './product.css';
import '../recommendations/recipes.css';
import { parseResponse } from 'hono/client';
import { useRoute } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { nameOf } from '../recommendations/name-of.ts';
import { PreviewedShelf } from '../recommendations/previewed-shelf.tsx';
import { KeptOut } from './kept-out.tsx';
import { ProductFacts } from './product-facts.tsx';
import { RecommendedBy } from './recommended-by.tsx';

/** What a product recommends, and what recommends it. */
export function ProductPage() {
  const { id = '' } = useRoute().params;
  return <Product key={id} id={id} />;
}

function Product({ id }: { id: string }) {
  const t = messages.value.product;
  const param = { id: encodeURIComponent(id) };
  const product = useLoad(() => parseResponse(client.shelves.products[':id'].$get({ param })), []);
  if (product.problem?.code === 'unknown-product') {
    const action = <LinkButton href="/admin/catalog">{t.missingAction}</LinkButton>;
    return (
      <Page title={t.title}>
        <EmptyState title={t.missing} text={t.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page title={product.value?.name ?? t.title} lead={t.lead}>
      <Awaited of={product} lines={16}>
        {(view) => (
          <>
            <div class="page-columns">
              <ProductFacts product={view} />
              <KeptOut product={view} />
            </div>
            <RecommendedBy product={view} />
            <Card title={t.recommends}>
              <p class="soft">{t.recommendsMeaning}</p>
              {view.shelves.length === 0 && <p>{t.noRecipe}</p>}
              <div class="product-shelves">
                {view.shelves.map(({ recipe, shelf }) => (
                  <PreviewedShelf
                    key={recipe.id}
                    title={nameOf(recipe)}
                    shelf={shelf}
                    names={view.names}
                    nameOf={(id) =>
                      nameOf(view.shelves.find((one) => one.recipe.id === id)?.recipe ?? { id, words: {} })
                    }
                    linked
                  />
                ))}
              </div>
            </Card>
          </>
        )}
      </Awaited>
    </Page>
  );
}
