import { Campaign } from '../campaigns/campaign.ts';
import { openCampaigns } from '../campaigns/campaign-book.ts';
import { localTimeIn } from '../campaigns/local-time.ts';
import type { Store } from '../store/store.ts';

const day = 86_400_000;

/** Days before today between which they ran: everyone who met them has had the days of the goal since. */
const ran = { from: 200, until: 40 };

export const demoGoalDays = 30;

interface Said {
  en: string;
  uk: string;
  ro: string;
  ru: string;
}

const offer: Said = {
  en: 'Thank you! Your next delivery is free',
  uk: 'Дякуємо! Наступна доставка безкоштовна',
  ro: 'Mulțumim! Următoarea livrare este gratuită',
  ru: 'Спасибо! Следующая доставка бесплатна',
};
const plain: Said = {
  en: 'New things come in every week',
  uk: 'Щотижня в нас щось нове',
  ro: 'În fiecare săptămână avem ceva nou',
  ru: 'Каждую неделю у нас что-то новое',
};
const warm: Said = {
  en: 'Come and see what is new',
  uk: 'Зазирніть подивитися на новинки',
  ro: 'Veniți să vedeți noutățile',
  ru: 'Загляните посмотреть новинки',
};

/** The one that has an effect, which `demo-replay.ts` puts in; and the one that has none. */
export const thanks = { id: 'demo-thanks', slot: 'thanks' };
export const wording = { id: 'demo-wording', slot: 'thanks-below' };

export interface DemoTime {
  /** UTC day of the demo, `2026-11-22`. */
  today: string;
  timeZone: string;
}

/** Two campaigns that a merchant of the demo shop would have run, over for weeks. */
export function demoExperiments({ today, timeZone }: DemoTime) {
  const from = Date.parse(today) - ran.from * day;
  const until = Date.parse(today) - ran.until * day;
  const clock = localTimeIn(timeZone);
  const times = { from: clock(from).moment, until: clock(until).moment };
  return {
    from,
    until,
    campaigns: [
      campaign(thanks, times, { name: 'Free delivery on the next order', holdout: 50, titles: [offer] }),
      campaign(wording, times, { name: 'Two wordings of one message', holdout: 0, titles: [plain, warm] }),
    ],
  };
}

/** Keeps them as they were kept then: begun on their first day, paused on their last. Once a shop. */
export async function keepDemoExperiments(store: Pick<Store, 'all' | 'write'>, time: DemoTime): Promise<void> {
  const { campaigns, from, until } = demoExperiments(time);
  const book = await openCampaigns(store);
  const by = 'owner@demo.example';
  for (const each of campaigns) {
    const { version } = await book.keep(each, 0, { at: from, by, note: '' });
    await book.keep({ ...each, state: 'paused' }, version, { at: until, by, note: '' });
  }
}

function campaign(
  { id, slot }: { id: string; slot: string },
  times: { from: string; until: string },
  { name, holdout, titles }: { name: string; holdout: number; titles: readonly Said[] },
): Campaign {
  return Campaign.parse({
    ...{ id, version: 1, name, state: 'running', place: { kind: 'slot', slot }, audience: null },
    ...{ rungs: ['profile'], pages: { only: ['/shop/thanks'], never: [] } },
    products: { categories: [], brands: [], products: [] },
    schedule: { ...times, days: [], hours: null },
    caps: { session: null, day: null, ever: 1, hoursBetween: 0 },
    ...{ priority: 50, sells: false, goal: { event: 'purchase', days: demoGoalDays }, againAfter: null, holdout },
    split: { by: 'weights' },
    variants: titles.map((title, place) => ({
      ...{ id: 'ab'[place], weight: 1 },
      content: { widget: 'message', title, text: {}, image: null, button: null },
    })),
    cost: { once: 0, perView: 0, perClick: 0, perGoal: 0 },
  });
}
