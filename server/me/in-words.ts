import type { Consent } from '../../snippet/protocol.ts';
import type { Me, Scope } from '../../widgets/your-data/definition.ts';
import { fill, type Language, messagesIn, plural } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';
import type { OrderState } from '../orders/order-state.ts';
import { alertsOf } from '../profiles/alerts.ts';
import { factsOf, type SourceRule } from '../profiles/believed.ts';
import { newestTimes } from '../profiles/lattice.ts';
import { likings } from '../profiles/likings.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, customerOf, nameOf, traitsOf, visitsOf, wishesOf } from '../profiles/read.ts';
import type { Taste } from '../profiles/taste.ts';
import type { Question } from '../questions/question.ts';
import { worded } from '../questions/worded.ts';

/** All that is told of somebody. */
export interface Known {
  scope: Extract<Scope, 'device' | 'person'>;
  profile: Profile;
  /** The keys that join the person's devices, as `email:anna@example.com`. */
  keys: readonly string[];
  devices: number;
  /** Newest first. */
  orders: readonly (OrderState & { id: string })[];
  questions: { get(key: string): Question | undefined };
  /** Who tells the shop of its people, the most trusted first. */
  sources: readonly SourceRule[];
  taste: Taste;
  nameOf(product: string): string;
  timeZone: string;
  language: Language;
  /** ms since 1970. */
  now: number;
}

const day = 86_400_000;
/** Of a list. The file to take along has all. */
const most = 8;

/** What is known of somebody in plain words. What is empty is left out. */
export function inWords(known: Known): Pick<Me, 'sections' | 'answers'> {
  const words = messagesIn(known.language).me.about;
  const sections = [
    { title: words.you, lines: known.scope === 'person' ? youLines(known) : [] },
    { title: words.likes, lines: likesLines(known) },
    { title: words.viewed, lines: newestTimes(known.profile.viewed).slice(0, most).map(known.nameOf) },
    {
      title: words.wishes,
      lines: wishesOf(known.profile)
        .slice(0, most)
        .map(({ id }) => known.nameOf(id)),
    },
    { title: words.alerts, lines: alertLines(known) },
    { title: words.cart, lines: cartOf(known.profile).map(({ id, name }) => name ?? known.nameOf(id)) },
    { title: words.orders, lines: known.scope === 'person' ? orderLines(known) : [] },
    { title: words.more, lines: moreLines(known) },
    { title: words.visits, lines: visitLines(known) },
    { title: words.consent, lines: consentLines(known) },
  ];
  return { sections: sections.filter(({ lines }) => lines.length > 0), answers: answersOf(known) };
}

function alertLines({ profile, nameOf, language }: Known): string[] {
  const { asks } = messagesIn(language).alert;
  const waiting = alertsOf(profile).filter(({ on }) => on);
  return waiting.slice(0, most).map(({ product, of }) => `${nameOf(product)} · ${asks[of]}`);
}

function youLines({ profile, keys, devices, language }: Known): string[] {
  const words = messagesIn(language).me.about;
  const [name, customer] = [nameOf(profile), customerOf(profile)];
  const keysLike = (kind: string) =>
    keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));
  return [
    ...(name === null ? [] : [fill(words.name, { name })]),
    ...(customer === null ? [] : [fill(words.customer, { customer })]),
    ...keysLike('email').map((email) => fill(words.email, { email })),
    ...keysLike('phone').map((phone) => fill(words.phone, { phone })),
    plural(words.devices, devices, language),
  ];
}

function likesLines({ profile, taste, language }: Known): string[] {
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const strongest = (['categories', 'brands'] as const).map((dimension) => likings(profile, dimension, taste));
  return strongest.flatMap((all) => all.slice(0, 5).map(({ value, share }) => `${value} · ${percent.format(share)}`));
}

function orderLines({ orders, language, timeZone }: Known): string[] {
  return orders.slice(0, 20).map(({ id, at, gross, currency }) => {
    const sum = gross === null || currency === null ? null : formatMoney({ amount: gross, currency }, language);
    return [id, dayOf(at, language, timeZone), sum].filter((part) => part !== null).join(' · ');
  });
}

/** Answers to what is no longer asked, and what others have told, with whose word it is. */
function moreLines({ profile, questions, sources, now }: Known): string[] {
  const others = traitsOf(profile).filter(({ key }) => key !== 'name' && !questions.get(key));
  const told = factsOf(profile, sources, now);
  return [
    ...others.map(({ key, value }) => `${key}: ${value}`),
    ...told.map(({ trait, value, source }) => `${trait}: ${value} (${source})`),
  ];
}

function visitLines({ profile, language, timeZone, now }: Known): string[] {
  const words = messagesIn(language).me.about;
  const { client, place, firstSeen, lastSeen } = profile;
  if (lastSeen === 0) return [];
  const visits = visitsOf(profile).filter(({ to }) => now - to < 90 * day).length;
  const device = [client?.value.browser, client?.value.os].filter(Boolean).join(', ');
  const country = place?.value.country;
  const named = country && new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(country);
  return [
    plural(words.visitsLately, visits, language),
    fill(words.firstSeen, { day: dayOf(firstSeen, language, timeZone) }),
    fill(words.lastSeen, { day: dayOf(lastSeen, language, timeZone) }),
    ...(device === '' ? [] : [fill(words.device, { device })]),
    ...(named ? [fill(words.country, { country: named })] : []),
  ];
}

function consentLines({ profile, language, timeZone }: Known): string[] {
  if (!profile.consent) return [];
  const { me, form } = messagesIn(language);
  const { value, at } = profile.consent;
  const purposes = ['statistics', 'personalisation', 'marketing'] as const satisfies readonly (keyof Consent)[];
  return [
    ...purposes.map((purpose) => `${me.about[purpose]}: ${value[purpose] ? form.yes : form.no}`),
    fill(me.about.consentSince, { day: dayOf(at, language, timeZone) }),
  ];
}

function answersOf({ profile, questions, language, timeZone }: Known): Me['answers'] {
  const says = messagesIn(language).form;
  return traitsOf(profile).flatMap(({ key, value, at }) => {
    const question = questions.get(key);
    if (!question) return [];
    const asked = worded(question, language, says);
    const chosen = asked.choices.filter((choice) => value.split(',').includes(choice.value));
    const said =
      asked.choices.length > 0 ? chosen.map(({ words }) => words).join(', ') : read(question, value, language);
    return [{ ...asked, value, said, when: dayOf(at, language, timeZone) }];
  });
}

function read({ type }: Question, value: string, language: Language): string {
  if (type === 'number') return new Intl.NumberFormat(language).format(Number(value));
  return type === 'date' ? dayOf(Date.parse(value), language, 'UTC') : value;
}

function dayOf(at: number, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at);
}
