import type { Decision } from '../../snippet/protocol.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Receipt } from '../log/receipt.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { anchorsOf } from '../recommend/ingredients.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { recommend } from '../recommend/recommend.ts';
import type { Shop } from '../shops/table.ts';
import { ask } from './ask.ts';
import { evidenceFor } from './evidence.ts';
import { greet } from './greeting.ts';
import { type Looking, rungOf } from './looking.ts';
import { shelfText } from './shelf.ts';
import type { SlotSetup } from './slots.ts';
import { yourDataFor } from './your-data.ts';

/** What the merchant has set up, and what the shop has learned. */
export interface Setup {
  catalog: Catalog;
  model: Evidence['model'];
  recipes: ReadonlyMap<string, Recipe>;
  slots: Readonly<Record<string, SlotSetup>>;
  questions: Pick<QuestionBook, 'all'>;
  shop: Pick<Shop, 'key'>;
}

/** What every slot of a page shows, a `Decision` of the wire as JSON each, and why. A slot that is not set up, or has nothing to say, keeps the shop's own content. */
export function decide(
  asked: readonly string[],
  looking: Looking,
  setup: Setup,
  id: string,
): { decisions: string[]; receipts: Receipt[] } {
  const evidence = evidenceFor(looking, setup);
  const taken = new Set<string>();
  const decisions: string[] = [];
  const receipts: Receipt[] = [];
  for (const slot of new Set(asked)) {
    const place = Object.hasOwn(setup.slots, slot) ? setup.slots[slot] : undefined;
    if (!place) continue;
    const decided = fillSlot(place, looking, evidence, setup, taken);
    const decision = `${id}.${receipts.length}`;
    receipts.push({
      id: decision,
      slot,
      widget: place.widget,
      rung: rungOf(looking),
      consent: looking.consent,
      ...decided.receipt,
      arm: 'only',
      propensity: 1,
    });
    if (decided.props !== null) {
      const start = JSON.stringify({ id: decision, slot, widget: place.widget } satisfies Omit<Decision, 'props'>);
      decisions.push(`${start.slice(0, -1)},"props":${decided.props}}`);
    }
    for (const { id: shown } of decided.receipt.shown) taken.add(shown);
  }
  return { decisions, receipts };
}

type Told = Pick<Receipt, 'recipe' | 'inputs' | 'steps' | 'shown'>;

function fillSlot(
  place: SlotSetup,
  looking: Looking,
  evidence: Evidence,
  { recipes, questions, shop }: Setup,
  taken: ReadonlySet<string>,
): { props: string | null; receipt: Told } {
  const inputs = { cart: [...evidence.cart], lastVisit: evidence.lastVisit };
  if (place.widget === 'greeting') {
    const { props, steps } = greet(looking, evidence);
    return { props: props && JSON.stringify(props), receipt: { recipe: null, inputs, steps, shown: [] } };
  }
  if (place.widget === 'form') {
    const { props, asked, steps } = ask(looking, questions.all());
    return { props: props && JSON.stringify(props), receipt: { recipe: null, inputs: { asked }, steps, shown: [] } };
  }
  if (place.widget === 'your-data') {
    const props = JSON.stringify(yourDataFor(looking.language, shop));
    return { props, receipt: { recipe: null, inputs: {}, steps: [], shown: [] } };
  }
  const recipe = recipes.get(place.recipe);
  if (!recipe)
    return { props: null, receipt: { recipe: null, inputs, steps: [{ name: 'no-recipe', count: 0 }], shown: [] } };
  const recommendation = recommend(recipe, recipes, evidence, taken);
  const used = recommendation.recipe;
  return {
    props: shelfText(recommendation, evidence, looking.language),
    receipt: {
      recipe: used && `${used.id}@${used.version}`,
      inputs: {
        ...inputs,
        anchors: [...anchorsOf(used ?? recipe, evidence)],
        liked: evidence.likings.slice(0, 3).map(({ category }) => category),
      },
      steps: recommendation.steps,
      shown: recommendation.items.map(({ id, reason, score }) => ({
        id,
        reason,
        score: Math.round(score * 1000) / 1000,
      })),
    },
  };
}
