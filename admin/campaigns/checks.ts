import type { Campaign } from '../../server/campaigns/campaign.ts';
import { slotName } from '../earnings/names.ts';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { type Language, languages } from '../language/languages.ts';
import { formats } from '../session/session.ts';
import { alwaysBefore } from './always-before.ts';
import type { Content, Draft } from './draft.ts';
import type { Campaigns } from './load-campaigns.ts';
import { spotWords } from './place-words.ts';

export interface Check {
  /** Null where it is not known yet. */
  isFine: boolean | null;
  words: string;
  /** Which campaign it is about. */
  campaign?: string;
}

interface Facts {
  known: Pick<Campaigns, 'campaigns' | 'asked'>;
  /** People whom the audience holds of, and of whom the goal has happened in 90 days; null while they are counted. */
  people: number | null;
  reached: number | null;
  /** That the shop's visitors speak. */
  spoken: readonly Language[];
  /** By the shop's clocks: `2026-12-24T18:00`. */
  moment: string;
}

/** What is worth a look before a campaign starts. */
export function checksOf(draft: Draft, { known, people, reached, spoken, moment }: Facts): Check[] {
  const t = messages.value.campaigns.checks;
  const goal = eventLabel(draft.goal.event);
  const winner = alwaysBefore(draft, known.campaigns);
  const { until } = draft.schedule;
  const isOver = until !== null && until <= moment;
  return [
    wordsCheck(draft, spoken),
    people === 0
      ? { isFine: false, words: t.peopleNone }
      : { isFine: people === null ? null : true, words: people === null ? t.peopleUnknown : t.people(people) },
    asks(draft) && draft.goal.event === 'answer'
      ? { isFine: true, words: t.goalAsked }
      : reached === 0
        ? { isFine: false, words: t.goalNone(goal) }
        : { isFine: reached === null ? null : true, words: t.goal(goal) },
    placeCheck(draft.place, known),
    winner ? { isFine: false, words: t.rankLost(winner.name), campaign: winner.id } : { isFine: true, words: t.rank },
    { isFine: !isOver, words: isOver ? t.timeOver : t.time },
  ];
}

function wordsCheck({ variants }: Draft, spoken: readonly Language[]): Check {
  const t = messages.value.campaigns.checks;
  const titles = variants.flatMap(({ id, content }) =>
    content.widget === 'shelf' || content.widget === 'order-status'
      ? []
      : saidIn(content).map((title) => ({ id, title })),
  );
  const silent = titles.find(({ title }) => !Object.values(title).some(Boolean));
  if (silent) return { isFine: false, words: t.wordsNone(silent.id.toUpperCase()) };
  const names = (codes: readonly Language[]) => formats.value.list(codes.map((code) => languages[code]));
  const codes = Object.keys(languages) as Language[];
  const isSaid = (code: Language) => titles.every(({ title }) => title[code]);
  const missing = spoken.filter((code) => !isSaid(code));
  if (missing.length > 0) return { isFine: false, words: t.wordsMissing(names(missing)) };
  return { isFine: true, words: titles.length === 0 ? t.wordsOwn : t.words(names(codes.filter(isSaid))) };
}

function asks({ variants }: Draft): boolean {
  return variants.some(({ content }) => content.widget === 'survey');
}

function saidIn(content: Exclude<Content, { widget: 'shelf' | 'order-status' }>) {
  if (content.widget === 'survey') return content.questions.map(({ words }) => words);
  return content.widget === 'html' ? [content.title, content.html] : [content.title];
}

function placeCheck(place: Campaign['place'], { asked }: Pick<Campaigns, 'asked'>): Check {
  const t = messages.value.campaigns.checks;
  if (place.kind !== 'slot') return { isFine: true, words: t.noPlace };
  if (place.at) return { isFine: true, words: spotWords(place.at) };
  const isAsked = Object.hasOwn(asked, place.slot);
  return { isFine: isAsked, words: (isAsked ? t.place : t.placeNone)(slotName(place.slot)) };
}
