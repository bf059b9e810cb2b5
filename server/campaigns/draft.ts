import { checkHtml } from '../html/check-html.ts';
import { Campaign } from './campaign.ts';
import { type Content, listOf, offersOf, tiersOf } from './content.ts';
import { slotAt } from './spot.ts';

/** What they show depends on who looks at what. */
const mayBeEmpty: ReadonlySet<Content['widget']> = new Set(['shelf', 'order-status', 'loan']);

/** A campaign as it is written, with what its parts say of each other. Its version is given as it is kept. */
export const Draft = Campaign.omit({ version: true }).superRefine((campaign, context) => {
  const { place, rungs, schedule, split, variants } = campaign;
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (schedule.from !== null && schedule.until !== null && schedule.from >= schedule.until)
    refuse(['schedule', 'until'], 'it is over before it begins');
  if (place.kind === 'slot' && place.at && place.slot !== slotAt(place.at))
    refuse(['place', 'slot'], 'what stands at a spot has the name of that spot');
  for (const [number, { content }] of variants.entries())
    if ('countdown' in content && content.countdown && schedule.until === null)
      refuse(['variants', number, 'content', 'countdown'], 'a clock counts to the end of the campaign, which has none');
  for (const [number, { content }] of variants.entries())
    if (place.kind !== 'slot' && mayBeEmpty.has(content.widget))
      refuse(['variants', number, 'content'], `what may stay empty, as a ${content.widget} may, stands in a slot`);
  for (const [number, { content }] of variants.entries())
    if (content.widget === 'survey' && (place.kind === 'bar' || place.kind === 'slide-in'))
      refuse(['variants', number, 'content'], 'a survey stands in a slot, or over the page as a popup or a survey');
  for (const [number, { content }] of variants.entries()) {
    if (content.widget !== 'html') continue;
    if (place.kind === 'bar')
      refuse(['variants', number, 'content'], 'HTML stands in a slot, or over the page as a popup');
    for (const [language, source] of Object.entries(content.html)) {
      const [wrong] = checkHtml(source ?? '');
      const where = wrong && (wrong.line === null ? 'once it is filled in' : `line ${wrong.line}`);
      if (wrong) refuse(['variants', number, 'content', 'html', language], `${where}: ${wrong.code} ${wrong.what}`);
    }
  }
  for (const [number, { content }] of variants.entries())
    if (new Set(tiersOf(content)).size < tiersOf(content).length)
      refuse(['variants', number, 'content', 'tiers'], 'a segment has one offer');
  if (rungs.includes('context') && variants.some(({ content }) => content.widget === 'survey'))
    refuse(['rungs'], 'nobody is asked of whom it may not be known what they have said');
  if (
    rungs.includes('context') &&
    variants.some(({ content }) => offersOf(content).some((offer) => listOf(offer) !== null))
  )
    refuse(['rungs'], 'codes are given only where it can be known who has which');
  // Without a profile nobody knows what was seen and closed already.
  const isBar = place.kind === 'slot' || place.kind === 'bar';
  if (!isBar && rungs.some((rung) => rung !== 'profile'))
    refuse(['rungs'], 'what interrupts is shown only where it can be known who has closed it');
  if (split.by === 'thompson' && split.floor * variants.length > 100)
    refuse(['split', 'floor'], 'the floors of all variants are more than everyone');
});
