import type { Decision } from '../../snippet/protocol.ts';
import type { AlertBook } from '../alerts/alert-book.ts';
import type { Arbitration, Chosen, Placed } from '../campaigns/arbitrate.ts';
import { contentOf, decisionOf, drawnIn } from '../campaigns/shown.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { findFirst } from '../finders/find-first.ts';
import type { FinderBook } from '../finders/finder-book.ts';
import type { Receipt, Step } from '../log/receipt.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import type { OrderFormBook } from '../order-form/order-form-book.ts';
import type { TasteBook } from '../profiles/taste-book.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { anchorsOf } from '../recommend/ingredients.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { type Recommendation, recommend } from '../recommend/recommend.ts';
import type { Shop } from '../shops/table.ts';
import { alertFor } from './alert.ts';
import { ask } from './ask.ts';
import { type CampaignSetup, campaignsFor } from './campaigns-for.ts';
import { type Comparison, type Drawn, drawArm, noComparison, notDrawn } from './comparison.ts';
import { couponFor } from './coupon.ts';
import { endingOf } from './ending.ts';
import { evidenceFor, type Learned } from './evidence.ts';
import { greet } from './greeting.ts';
import { htmlFor } from './html.ts';
import { loanFor } from './loan.ts';
import { type Looking, rungOf } from './looking.ts';
import { messageFor } from './message.ts';
import { orderStatusFor } from './order-status.ts';
import { prefillFor } from './prefill.ts';
import { shelfText } from './shelf.ts';
import { type SlotSetup, setupOf } from './slots.ts';
import { surveyFor } from './survey.ts';
import { yourDataFor } from './your-data.ts';

/** What the merchant has set up, and what the shop has learned. */
export interface Setup extends CampaignSetup {
  catalog: Catalog;
  model: Evidence['model'];
  likeness: Evidence['likeness'];
  recipes: ReadonlyMap<string, Recipe>;
  slots: Readonly<Record<string, SlotSetup>>;
  questions: Pick<QuestionBook, 'all'>;
  comparison: Readonly<Comparison>;
  taste: Pick<TasteBook, 'current'>;
  finders: Pick<FinderBook, 'all' | 'get'>;
  alerts: Pick<AlertBook, 'canMail'>;
  customers: Learned['customers'];
  occasions: Learned['occasions'];
  orderForm: Pick<OrderFormBook, 'current'>;
  shop: Pick<Shop, 'key' | 'name' | 'currency' | 'timeZone'>;
}

/** What every slot of a page shows, a `Decision` of the wire as JSON each, and why. A slot that is not set up, or has nothing to say, keeps the shop's own content. */
export function decide(
  asked: readonly string[],
  looking: Looking,
  setup: Setup,
  id: string,
): { decisions: string[]; receipts: Receipt[]; campaigns: Arbitration } {
  const slots = new Set(asked);
  slots.delete(overPage);
  const campaigns = campaignsFor(slots, looking, setup);
  return { ...fillPlaces(slots, campaigns, looking, setup, id), campaigns };
}

/** The same, with the campaigns that stand there given. */
export function fillPlaces(
  slots: ReadonlySet<string>,
  campaigns: Arbitration,
  looking: Looking,
  setup: Setup,
  id: string,
): { decisions: string[]; receipts: Receipt[] } {
  const evidence = evidenceFor(looking, setup);
  const taken = new Set<string>();
  const decisions: string[] = [];
  const receipts: Receipt[] = [];
  for (const slot of [...slots, overPage]) {
    const placed = (slot === overPage ? campaigns.overlay : campaigns.slots.get(slot)) ?? empty;
    const place = placed.chosen ? contentOf(placed.chosen) : setupOf(slot, setup.slots);
    // Whoever goes without is compared with those who do not.
    if (!place && placed.without.length === 0) continue;
    // What a campaign shows is compared by the campaign's own draw.
    const comparison = placed.chosen ? noComparison : setup.comparison;
    const decision = decisionOf(`${id}.${receipts.length}`, placed);
    const decided = place
      ? fillSlot(place, { slot, decision, until: untilOf(placed), comparison }, looking, { evidence, setup, taken })
      : untouched;
    const widget = place?.widget ?? '';
    const { recipe, inputs, steps, shown } = decided.receipt;
    const { arm, propensity, instead } = decided.drawn;
    const { campaign, without } = drawnIn(placed);
    // Field by field: what is spread into an object of so many costs a kilobyte a slot.
    receipts.push({
      id: decision,
      slot,
      widget,
      rung: rungOf(looking),
      consent: looking.consent,
      recipe,
      inputs,
      steps,
      shown,
      arm,
      propensity,
      instead,
      campaign,
      without,
    });
    if (decided.props !== null) {
      const overlay = placed.chosen ? overlayOf(placed.chosen.campaign, looking, setup.shop) : undefined;
      const at = placed.chosen ? spotOf(placed.chosen.campaign) : undefined;
      const adds = place?.widget === 'shelf' && place.add;
      const drawnBy = adds ? 'add-shelf' : widget;
      const about = { id: decision, slot, widget: drawnBy, overlay, at } satisfies Omit<Decision, 'props'>;
      const props = adds ? withAdding(decided.props, looking.language) : decided.props;
      decisions.push(`${JSON.stringify(about).slice(0, -1)},"props":${props}}`);
    }
    for (const product of shown) taken.add(product.id);
  }
  return { decisions, receipts };
}

/** The props of a shelf, as JSON, with what its buttons say. */
function withAdding(props: string, language: Language): string {
  return `${props.slice(0, -1)},${JSON.stringify(messagesIn(language).addToCart).slice(1)}`;
}

function overlayOf(
  { place }: Chosen['campaign'],
  { page, language, product }: Looking,
  { key }: Setup['shop'],
): Decision['overlay'] {
  if (place.kind === 'slot' || !page) return undefined;
  const { close } = messagesIn(language).overlay;
  return { ...place, close, site: key, path: page.path, ...(product !== null && { product }) };
}

const spotOf = ({ place }: Chosen['campaign']) => (place.kind === 'slot' ? place.at : undefined);

const untilOf = ({ chosen }: Placed) => chosen?.campaign.schedule.until ?? null;

/** The name of the place over a page, which no slot has. */
const overPage = '';

const empty: Placed = { chosen: null, without: [] };

type Told = Pick<Receipt, 'recipe' | 'inputs' | 'steps' | 'shown'>;

interface Filled {
  /** Null leaves the shop's own content. */
  props: string | null;
  receipt: Told;
  drawn: Drawn;
}

/** The shop's own content stays. */
const untouched: Filled = { props: null, receipt: { recipe: null, inputs: {}, steps: [], shown: [] }, drawn: notDrawn };

/** Where it stands, as what, until when, and by what it is compared with nothing. */
interface Standing {
  slot: string;
  decision: string;
  until: string | null;
  comparison: Comparison;
}

interface Means {
  evidence: Evidence;
  setup: Setup;
  taken: ReadonlySet<string>;
}

function fillSlot(place: SlotSetup, at: Standing, looking: Looking, { evidence, setup, taken }: Means): Filled {
  const inputs = { cart: [...evidence.cart], lastVisit: evidence.lastVisit };
  const drawn = notDrawn;
  if (place.widget === 'greeting') {
    const { props, steps } = greet(looking, evidence);
    return { props: props && JSON.stringify(props), receipt: { recipe: null, inputs, steps, shown: [] }, drawn };
  }
  if (place.widget === 'form') {
    const { props, asked, steps } = ask(looking, setup.questions.all());
    return {
      props: props && JSON.stringify(props),
      receipt: { recipe: null, inputs: { asked }, steps, shown: [] },
      drawn,
    };
  }
  if (place.widget === 'message') {
    const ending = endingOf(place.countdown ? at.until : null, looking, setup);
    const props = JSON.stringify(messageFor(place, looking.language, ending));
    return { props, receipt: { recipe: null, inputs: {}, steps: [], shown: [] }, drawn };
  }
  if (place.widget === 'coupon') {
    const ending = endingOf(place.countdown ? at.until : null, looking, setup);
    const { decision } = at;
    const props = JSON.stringify(
      couponFor(place, { decision, language: looking.language, site: setup.shop.key, ending }),
    );
    return { props, receipt: { recipe: null, inputs: {}, steps: [], shown: [] }, drawn };
  }
  if (place.widget === 'survey') {
    const props = JSON.stringify(surveyFor(place, looking.language));
    const inputs = { asked: place.questions.map(({ key }) => key) };
    return { props, receipt: { recipe: null, inputs, steps: [], shown: [] }, drawn };
  }
  if (place.widget === 'html') {
    const props = htmlFor(place, looking, evidence, setup.shop);
    const steps: Step[] = props ? [] : [{ name: 'not-filled', count: 0 }];
    return { props: props && JSON.stringify(props), receipt: { recipe: null, inputs: {}, steps, shown: [] }, drawn };
  }
  if (place.widget === 'alert') {
    const props = alertFor(looking, setup);
    const steps: Step[] = props ? [] : [{ name: 'no-alert', count: 0 }];
    return {
      props: props && JSON.stringify(props),
      receipt: { recipe: null, inputs: { product: looking.product }, steps, shown: [] },
      drawn,
    };
  }
  if (place.widget === 'loan') {
    const { product } = looking;
    const props = loanFor(place, product === null ? undefined : setup.catalog.get(product), looking.language);
    const steps: Step[] = props ? [] : [{ name: 'no-price', count: 0 }];
    const receipt = { recipe: null, inputs: { product }, steps, shown: [] };
    return { props: props && JSON.stringify(props), receipt, drawn };
  }
  if (place.widget === 'order-status') {
    const props = orderStatusFor(looking, setup.catalog, setup.shop);
    const steps: Step[] = props ? [] : [{ name: 'no-order', count: 0 }];
    return { props: props && JSON.stringify(props), receipt: { recipe: null, inputs: {}, steps, shown: [] }, drawn };
  }
  if (place.widget === 'your-data') {
    const props = JSON.stringify(yourDataFor(looking.language, setup.shop));
    return { props, receipt: { recipe: null, inputs: {}, steps: [], shown: [] }, drawn };
  }
  if (place.widget === 'prefill') {
    const props = prefillFor(looking, setup.orderForm.current, setup.shop);
    const steps: Step[] = props ? [] : [{ name: 'not-filled', count: 0 }];
    return { props: props && JSON.stringify(props), receipt: { recipe: null, inputs: {}, steps, shown: [] }, drawn };
  }
  if (place.widget === 'finder') {
    const finder = place.finder === null ? setup.finders.all()[0] : setup.finders.get(place.finder);
    const props = finder ? findFirst(finder, looking.language, evidence, setup.shop) : null;
    const steps: Step[] = finder ? [] : [{ name: 'no-finder', count: 0 }];
    const receipt = { recipe: null, inputs: { finder: finder?.id ?? null }, steps, shown: [] };
    return { props: props && JSON.stringify(props), receipt, drawn };
  }
  const recipe = setup.recipes.get(place.recipe);
  if (!recipe) {
    const steps = [{ name: 'no-recipe', count: 0 }];
    return { props: null, receipt: { recipe: null, inputs, steps, shown: [] }, drawn };
  }
  return fillShelf({ slot: at.slot, recipe, comparison: at.comparison }, looking, evidence, setup, taken);
}

function fillShelf(
  place: { slot: string; recipe: Recipe; comparison: Comparison },
  looking: Looking,
  evidence: Evidence,
  setup: Setup,
  taken: ReadonlySet<string>,
): Filled {
  const by = { recipes: setup.recipes, comparison: place.comparison };
  const { seen, receipt, drawn } = decideShelf(place, looking, evidence, by, taken);
  return {
    props: shelfText(seen, evidence, { language: looking.language, timeZone: setup.shop.timeZone }),
    receipt,
    drawn,
  };
}

/** The recipe is followed for the comparison group too: its receipt says which shelf it went without, so that like is compared with like. */
export function decideShelf(
  { slot, recipe }: { slot: string; recipe: Recipe },
  looking: Looking,
  evidence: Evidence,
  { recipes, comparison }: Pick<Setup, 'recipes' | 'comparison'>,
  taken: ReadonlySet<string>,
): { seen: Recommendation; receipt: Told; drawn: Drawn } {
  const recommendation = recommend(recipe, recipes, evidence, taken);
  const used = recommendation.recipe;
  const other = comparison.instead === 'popular' ? recipes.get('popular') : undefined;
  // What is popular is not compared with itself, nor nothing with nothing.
  const drawn =
    !used || used === other
      ? notDrawn
      : drawArm(looking.drawnBy, slot, { share: comparison.share, instead: other ? 'popular' : 'own' });
  const seen = drawn.arm === 'without' ? withoutShelf(recommendation, other, recipes, evidence, taken) : recommendation;
  return {
    seen,
    receipt: {
      recipe: used && `${used.id}@${used.version}`,
      inputs: {
        product: evidence.product,
        cart: [...evidence.cart],
        lastVisit: evidence.lastVisit,
        anchors: [...anchorsOf(used ?? recipe, evidence)],
        liked: evidence.likings.slice(0, 3).map(({ category }) => category),
      },
      steps: seen.steps,
      shown: seen.items.map(({ id, reason, score }) => ({ id, reason, score: Math.round(score * 1000) / 1000 })),
    },
    drawn,
  };
}

function withoutShelf(
  { steps, items }: Recommendation,
  other: Recipe | undefined,
  recipes: Setup['recipes'],
  evidence: Evidence,
  taken: ReadonlySet<string>,
): Recommendation {
  const left: Step = { name: 'comparison-group', count: items.length, note: other ? 'popular-instead' : 'own-content' };
  if (!other) return { recipe: null, items: [], steps: [...steps, left], away: new Map() };
  const instead = recommend(other, recipes, evidence, taken);
  return { ...instead, steps: [...steps, left, ...instead.steps] };
}
