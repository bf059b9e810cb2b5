import type { LogEvent } from '../log/log-event.ts';

/** Events that say who was drawn, and what was done with what was shown. */
export const resultNames = ['decision', 'slot_view', 'slot_click', 'slot_dismiss'] as const;

/** Arms without a variant, by names that no variant can have: of the campaign's own draw, and of that of all campaigns. */
export const goesWithout = '-';
export const heldOut = '*';

type Row = readonly (string | number)[];

export interface DrawFacts {
  /** campaign, visitor, arm, version, propensity, at. */
  draws: Row[];
  /** campaign, day, arm -> views, clicks, dismissals. */
  days: Map<string, [views: number, clicks: number, dismissals: number]>;
}

/** Who was drawn counts from the decision on, whether they have seen anything or not: those who go without cannot. */
export function drawFacts(events: readonly LogEvent[], dayOf: (at: number) => string): DrawFacts {
  const facts: DrawFacts = { draws: [], days: new Map() };
  for (const { name, visitor, at, receipts = [], shown } of events) {
    for (const { campaign, without = [] } of receipts) {
      if (campaign)
        facts.draws.push([campaign.id, visitor, campaign.variant, campaign.version, campaign.propensity, at]);
      for (const { id, version, propensity, why } of without)
        facts.draws.push([id, visitor, why === 'held-out' ? heldOut : goesWithout, version, propensity, at]);
    }
    const place = deeds.indexOf(name);
    if (!shown || place < 0) continue;
    const key = JSON.stringify([shown.campaign, dayOf(at), shown.variant]);
    const counts = facts.days.get(key) ?? [0, 0, 0];
    counts[place] = (counts[place] ?? 0) + 1;
    facts.days.set(key, counts);
  }
  return facts;
}

const deeds: readonly string[] = ['slot_view', 'slot_click', 'slot_dismiss'];
