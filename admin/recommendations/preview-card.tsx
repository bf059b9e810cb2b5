import { useState } from 'preact/hooks';
import type { Who } from '../../server/shelves/preview.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { recipeNameIn } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import { CartLines } from './cart-lines.tsx';
import type { Draft } from './draft.ts';
import { DraftProblem } from './draft-problem.tsx';
import type { Recipes } from './load-recipes.ts';
import { nameOf as nameOfRecipe } from './name-of.ts';
import { PreviewedShelf } from './previewed-shelf.tsx';
import { useRecipePreview } from './use-recipe-preview.ts';
import { VisitorPicker } from './visitor-picker.tsx';
import { WordLine } from './word-line.tsx';

type Eyes = 'new' | 'cart' | 'regular' | 'visitor';

type Place = 'home' | 'product' | 'cart';

const places: readonly Place[] = ['home', 'product', 'cart'];
const eyes: readonly Eyes[] = ['new', 'cart', 'regular', 'visitor'];

/** What a draft would show somebody on a page, beside what holds now. */
export function PreviewCard({ draft, known, isChanged }: { draft: Draft; known: Recipes; isChanged: boolean }) {
  const t = messages.value.recipes;
  const [by, setBy] = useState<Eyes>('regular');
  const [visitor, setVisitor] = useState<string | null>(null);
  const [page, setPage] = useState<Place>(
    draft.anchor === 'product' || draft.anchor === 'cart' ? draft.anchor : 'home',
  );
  const [product, setProduct] = useState('');
  const [cart, setCart] = useState<string[]>([]);
  const who: Who | null = by !== 'visitor' ? { example: by } : visitor === null ? null : { visitor };
  const { preview, problem } = useRecipePreview(draft, who, {
    product: page === 'product' && product !== '' ? product : null,
    cart: page === 'cart' && cart.length > 0 ? cart : null,
  });
  const nameOf = (recipe: string) =>
    recipe === draft.id || recipe === 'draft' ? nameOfRecipe(draft) : recipeNameIn(recipe, known);
  return (
    <Card title={t.preview}>
      <div class="stack">
        <p class="soft small">{t.previewMeaning}</p>
        <Choice
          label={t.who}
          options={eyes.map((value) => ({ value, label: t.examples[value] }))}
          value={by}
          onChoose={setBy}
        />
        {by === 'visitor' && <VisitorPicker chosen={visitor} onPick={setVisitor} />}
        <Choice
          label={t.page}
          options={places.map((value) => ({ value, label: t.pages[value] }))}
          value={page}
          onChoose={setPage}
        />
        {page === 'product' && <WordLine label={t.productPage} kind="products" value={product} onInput={setProduct} />}
        {page === 'cart' && <CartLines chosen={cart} onChange={setCart} />}
        {problem && <DraftProblem problem={problem} />}
        {who === null && <p class="soft">{t.nobodyYet}</p>}
        {preview && (
          <div aria-live="polite" class="recipe-compared">
            {preview.rung !== 'profile' && <p class="soft">{t.noConsent}</p>}
            <PreviewedShelf
              title={isChanged ? t.draft : t.now}
              shelf={preview.after}
              names={preview.names}
              nameOf={nameOf}
            />
            {isChanged && preview.before && (
              <PreviewedShelf title={t.now} shelf={preview.before} names={preview.names} nameOf={nameOf} />
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
