import type { Consent, Params, Refusal } from '../../snippet/protocol.ts';
import type { Robot } from '../acquisition/robot.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { LogEvent } from '../log/log-event.ts';
import { type Counts, createCounts } from './counts.ts';
import { refusalCode } from './refusal-code.ts';
import { createSequences } from './sequences.ts';
import { shortcomingsOf } from './shortcomings.ts';
import { createTwice } from './twice.ts';
import { untoldCode } from './untold-code.ts';
import { withoutPerson } from './without-person.ts';

/** Watches what comes to a shop's collector, for the data doctor. Nothing here may fail or wait. */
export interface Door extends Pick<Counts, 'hasUnsaved' | 'unsaved'> {
  robot(kind: Robot): void;
  /** A batch from a page that is none of the shop's. */
  wrongOrigin(origin: string): void;
  invalidToken(): void;
  /** Facts of a source that were refused; `isQuestion`: whether the shop asks it. */
  untold(source: string, refused: readonly Omit<Refusal, 'index'>[], isQuestion: (trait: string) => boolean): void;
  /** A visit has begun of somebody whose address is a company’s, or nobody’s. */
  visit(isOfCompany: boolean): void;
  /** A batch with what became of it; `known` are the places of the facts that the log had already. */
  passed(batch: Batch, outcome: Outcome): void;
  /** Drops what memory knows of single visitors. */
  forget(): void;
}

export interface Batch {
  url: URL;
  page: { id: string };
  consent: Consent;
  /** Of the snippet. */
  version?: string | undefined;
  events: readonly { index: number; event: { id: string; name: string; time: number; params?: Params | undefined } }[];
  /** Ids of events that are not well formed, where they have one. */
  unread: readonly string[];
}

export interface Outcome {
  facts: readonly Omit<LogEvent, 'visitor'>[];
  refused: readonly Refusal[];
  known: ReadonlySet<number>;
  visitor: string;
}

function rungOf({
  statistics,
  personalisation,
  source,
}: Consent): 'unknown' | 'refused' | 'statistics' | 'personalisation' {
  if (!statistics) return source === undefined ? 'unknown' : 'refused';
  return personalisation ? 'personalisation' : 'statistics';
}

export function createDoor(now: () => number, catalog: Pick<Catalog, 'get'>): Door {
  const counts = createCounts(now);
  const sequences = createSequences(now());
  const twice = createTwice();
  const isKnown = (product: string) => (catalog.get(product)?.price ?? null) !== null;

  function refuse({ index, field }: Refusal, { events, url }: Batch): void {
    const event = events.find((one) => one.index === index)?.event.name;
    const example = withoutPerson([event, field, url.pathname].filter(Boolean).join(' · '));
    counts.add('refused', refusalCode(field), 1, example);
  }

  function keep(fact: Omit<LogEvent, 'visitor'>, isNew: boolean, saysCurrency: boolean): void {
    counts.add(isNew ? 'event' : 'duplicate', fact.name);
    if (!isNew) return;
    for (const shortcoming of shortcomingsOf(fact, saysCurrency, isKnown))
      counts.add('shortcoming', shortcoming, 1, withoutPerson(`${fact.name} · ${fact.page?.path ?? ''}`));
  }

  return {
    robot: (kind) => counts.add('robot', kind),
    wrongOrigin: (origin) =>
      counts.add('turned-away', origin === '' ? 'no-origin' : `wrong-origin ${origin.slice(0, 100)}`),
    visit: (isOfCompany) => counts.add('visit', isOfCompany ? 'company' : 'nobody'),
    invalidToken: () => counts.add('turned-away', 'invalid-token'),
    untold: (source, refused, isQuestion) => {
      for (const { field, reason } of refused) {
        // From the first quotation mark to the last one, since a value may have some of its own.
        const example = [source, field, reason.replace(/".*"/s, '…')].filter(Boolean).join(' · ');
        counts.add('untold', untoldCode(field, isQuestion), 1, withoutPerson(example));
      }
    },
    passed: (batch, { facts, refused, known, visitor }) => {
      const at = now();
      for (const refusal of refused) refuse(refusal, batch);
      for (const id of batch.unread) sequences.seen(id, at);
      const isRefused = new Set(refused.map(({ index }) => index));
      let place = 0;
      for (const { index, event } of batch.events) {
        sequences.seen(event.id, at);
        if (event.name === 'page_view') {
          if (batch.version !== undefined) counts.add('snippet', batch.version);
          counts.add('consent', rungOf(batch.consent));
          const isTwice = twice.view(visitor, batch.url.pathname, batch.page.id, event.time);
          if (isTwice) counts.add('twice', 'page', 1, withoutPerson(batch.url.pathname));
        }
        const fact = isRefused.has(index) ? undefined : facts[place];
        if (fact) keep(fact, !known.has(place++), event.params?.currency !== undefined);
      }
    },
    forget: twice.forget,
    get hasUnsaved() {
      return counts.hasUnsaved || sequences.hasSettled(now());
    },
    unsaved: () => {
      const { expected, arrived } = sequences.settle(now());
      if (expected > 0) {
        counts.add('sequence', 'expected', expected);
        counts.add('sequence', 'arrived', arrived);
      }
      return counts.unsaved();
    },
  };
}
