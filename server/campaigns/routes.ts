import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import type { Messages } from '../messages/en.ts';
import { type Language, languages, messagesIn } from '../messages/messages.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody, query } from '../valid.ts';
import { checkReferences } from './check-references.ts';
import { checkSurveys } from './check-surveys.ts';
import { Common, usualCommon } from './common.ts';
import { Draft } from './draft.ts';
import { surveyWords } from './survey-words.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

const Kept = z.strictObject({
  campaign: Draft,
  /** The version that was changed; 0 for a new campaign. */
  base: z.number().int().min(0),
  note: z.string().trim().max(200).regex(plainText).default(''),
});

const day = 86_400_000;
const Days = z.object({ days: z.coerce.number().int().min(1).max(100).default(30) });

const KeptCommon = z.strictObject({
  common: Common,
  /** The version that was changed. */
  base: z.number().int().positive(),
});

/** What the merchant shows to whom. */
export function campaignRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', (c) => {
      const { campaigns, slots, askedSlots } = c.get('shop');
      const { current, common, history } = campaigns;
      return c.json({
        campaigns: [...current.values()],
        common: common.current,
        /** Who changed each of them last. */
        changed: Object.fromEntries([...current.keys()].map((id) => [id, history(id)[0]?.said ?? null])),
        /** What pages keep places for without any campaign. */
        slots: Object.keys(slots),
        /** What pages have asked for since this process has begun: name -> when last, ms since 1970. */
        asked: Object.fromEntries(askedSlots.entries()),
        /** For whoever writes a survey. */
        surveys: surveyWords,
        /** What widgets say of themselves, for whoever looks at one before visitors do. */
        coupons: inEach((messages) => messages.coupon),
        clock: inEach((messages) => messages.countdown),
      });
    })
    .get('/common', async (c) => {
      const { common } = c.get('shop').campaigns;
      const { current, version } = common;
      return c.json({ common: current, version, usual: usualCommon, history: await common.history() });
    })
    .put('/common', jsonBody(KeptCommon), async (c) => {
      const { common, base } = c.req.valid('json');
      const who = { by: c.get('staff').email, at: now() };
      return c.json({ version: await c.get('shop').campaigns.common.choose(common, base, who) });
    })
    .get('/:id/kept', query(Days), async (c) => {
      const { fates, localTime, save } = c.get('shop');
      await save();
      const since = localTime(now() - (c.req.valid('query').days - 1) * day).moment.slice(0, 10);
      return c.json({ days: await fates.of(c.req.param('id'), since) });
    })
    .get('/:id/history', (c) => c.json({ history: c.get('shop').campaigns.history(c.req.param('id')) }))
    .put('/:id', jsonBody(Kept), async (c) => {
      const { campaign, base, note } = c.req.valid('json');
      const { campaigns, coupons, finders, questions, recipes, segmentRules } = c.get('shop');
      if (campaign.id !== c.req.param('id'))
        throw new Problem(422, 'invalid', 'another campaign than that of the address', { field: 'campaign.id' });
      checkReferences(campaign, { recipes, coupons, segments: segmentRules.current });
      const isElsewhere = (key: string) =>
        questions.all().some((one) => one.key === key) || finders.question(key) !== undefined;
      checkSurveys(campaign, { others: campaigns.current.values(), isElsewhere });
      const said = { at: now(), by: c.get('staff').email, note };
      return c.json(await campaigns.keep({ ...campaign, version: 1 }, base, said));
    });
}

function inEach<T>(word: (messages: Messages) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, word(messagesIn(language))])) as Record<Language, T>;
}
