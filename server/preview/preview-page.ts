import type { PreviewAnswer, PreviewedFate, PreviewRequest } from '../../snippet/preview-protocol.ts';
import type { Decision } from '../../snippet/protocol.ts';
import type { WidgetId } from '../../widgets/definitions.ts';
import type { Arbitration, Placed } from '../campaigns/arbitrate.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { listOf, offersOf } from '../campaigns/content.ts';
import { type Plan, planOf, prepare, spotsOn } from '../campaigns/prepare.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { campaignsFor } from '../decide/campaigns-for.ts';
import { noComparison } from '../decide/comparison.ts';
import { fillPlaces, type Setup } from '../decide/decide.ts';
import { languageFor } from '../messages/messages.ts';
import { fateOf } from '../visitors/campaigns-now.ts';
import { lookingAs } from './looking-as.ts';
import { previewMessages } from './messages/messages.ts';
import { placeWords } from './place-words.ts';
import type { Preview } from './previews.ts';

type Asked = Pick<PreviewRequest, 'path' | 'slots' | 'who' | 'device' | 'variant' | 'language'> & {
  product: string | null;
};

/**
 * What a page would show with a draft running, to somebody who is not held out; decided by the very code that decides for visitors, out of
 * another plan. The draft's chosen variant is drawn in its place also where it would be kept away: why, its fate says. Reads alone. `now` in ms.
 */
export async function previewPage(
  { campaign, language }: Preview,
  asked: Asked,
  shop: OpenShop,
  now: number,
): Promise<Pick<PreviewAnswer, 'decisions' | 'campaigns' | 'isSomebody'>> {
  const draft: Campaign = { ...campaign, version: 1, state: 'running', holdout: asked.variant === '' ? 100 : 0 };
  const plan = planWith(draft, shop);
  const common = { ...shop.campaigns.common.current, holdout: 0 };
  const open: OpenShop = { ...shop, campaigns: { ...shop.campaigns, plan } };
  const page = { ...asked, language: languageFor(asked.language) };
  const found = await lookingAs(asked.who, page, open, now);
  const looking = found ?? (await lookingAs({ example: 'new' }, page, open, now));
  if (!looking) return { decisions: [], campaigns: [], isSomebody: false };
  const setup: Setup = { ...open, comparison: noComparison, campaigns: { plan, common: { current: common } } };
  const slots = new Set([...asked.slots.filter(Boolean), ...spotsOn(plan, asked.path), ...ownSpot(draft)]);
  const truth = campaignsFor(slots, looking, setup);
  const shown = drawn(truth, slots, draft, asked.variant);
  const { decisions } = fillPlaces(slots, shown, looking, setup, 'preview');
  const isMember = 'segment' in asked.who;
  return {
    decisions: decisions
      .map((text) => JSON.parse(text) as Decision)
      .filter(({ id, widget }) => !ofVisitors.has(widget) && (!isMember || isOfCampaign(id))),
    campaigns: ranked(plan).map((one, _, all) => told(one, { truth, slots, language, all })),
    isSomebody: found !== null,
  };
}

/** They open or tell what is a visitor's own, by the token of the browser; in a preview nobody is one. */
const ofVisitors: ReadonlySet<string> = new Set<WidgetId>(['your-data', 'prefill', 'order-status', 'alert']);

/** Also on pages that it is not for: why it would not be seen there, its fate says. */
const ownSpot = ({ place }: Campaign) => (place.kind === 'slot' && place.at ? [place.slot] : []);

/** Nobody goes without: whoever looks wants to see. */
function planWith(draft: Campaign, { campaigns }: OpenShop): Plan {
  const others = [...campaigns.current.values()].filter(({ id }) => id !== draft.id);
  return planOf([...others.map((one) => prepare({ ...one, holdout: 0 })), prepare(draft)]);
}

const ranked = ({ bySlot, overlays }: Plan) => [...bySlot.values(), overlays].flat().map(({ campaign }) => campaign);

/** With the chosen variant in its place, and no code of anybody's. */
function drawn(
  { slots, overlay, kept }: Arbitration,
  asked: ReadonlySet<string>,
  draft: Campaign,
  variant: string | null,
): Arbitration {
  const { place } = draft;
  const isThere = variant && draft.variants.some(({ id }) => id === variant);
  const mine: Placed | null = isThere
    ? { chosen: { campaign: draft, variant, propensity: 1, tier: null }, without: [] }
    : null;
  const placed = new Map(slots);
  if (mine && place.kind === 'slot' && asked.has(place.slot)) placed.set(place.slot, mine);
  const over = mine && place.kind !== 'slot' ? mine : overlay;
  return { slots: new Map([...placed].map(([slot, one]) => [slot, sample(one)])), overlay: sample(over), kept };
}

/** A code of one's own is taken when somebody asks to see it; here everybody sees a made-up one at once. */
function sample({ chosen, without }: Placed): Placed {
  if (!chosen) return { chosen, without };
  const variants = chosen.campaign.variants.map((variant) => {
    const { content } = variant;
    if (content.widget !== 'coupon' || offersOf(content).every((offer) => listOf(offer) === null)) return variant;
    const code = { kind: 'shared' as const, code: 'EXAMPLE' };
    return { ...variant, content: { ...content, code, tiers: content.tiers?.map((tier) => ({ ...tier, code })) } };
  });
  return { chosen: { ...chosen, campaign: { ...chosen.campaign, variants } }, without };
}

/** `preview.0.<campaign>.<variant>`, see `decisionOf`. */
const isOfCampaign = (decision: string) => decision.split('.').length > 2;

interface Told {
  truth: Arbitration;
  slots: ReadonlySet<string>;
  language: Preview['language'];
  all: readonly Campaign[];
}

function told(campaign: Campaign, { truth, slots, language, all }: Told): PreviewedFate {
  const { id, name, place } = campaign;
  const words = previewMessages(language);
  const hasPlace = place.kind !== 'slot' || slots.has(place.slot);
  const { fate, by } = fateOf(campaign, truth);
  const winner = all.find((other) => other.id === by)?.name;
  return {
    ...{ id, name, place: placeWords(place, language) },
    fate: hasPlace ? words.fates[fate] + (winner ? `: ${winner}` : '') : words.noPlace,
    isShown: hasPlace && fate === 'shown',
  };
}
