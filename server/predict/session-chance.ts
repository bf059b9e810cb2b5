import { createRecent } from '../recent.ts';
import { createHistory, type History, sessionPause } from './history.ts';
import { createMoments, type Moments } from './moments.ts';
import {
  type Chances,
  chances,
  decodeLogistic,
  type EncodedLogistic,
  encodeLogistic,
  learn,
  startLogistic,
} from './online-logistic.ts';
import { createProductRates, type EncodedRates, type ProductRates } from './product-rates.ts';
import { type Bin, emptyBins, note } from './reliability.ts';
import { features, featuresOf, follow, type Past, type Session, type SessionEvent, startSession } from './session.ts';

/** The chance to buy in this session, learned from the sessions that have ended. Its size is bounded, whatever the shop's. */
export interface SessionChance {
  /** The next event of a visitor. */
  observe(visitor: string, event: SessionEvent): void;
  /** That an order follows in the session that is under way; null where there is none. */
  of(visitor: string, now: number): Chances | null;
  /** Learns from the sessions that are over by now (ms). */
  endSessions(now: number): void;
  /** Drops what is known of these visitors; what was learned from many stays. */
  forget(visitors: readonly string[]): void;
  /** How often what was said to be so likely did happen: each case was foretold before it was learned from. */
  readonly reliability: readonly Bin[];
  /** Cases that were learned from. */
  readonly learned: number;
  encoded(): EncodedSessionChance;
}

export interface EncodedSessionChance {
  model: EncodedLogistic;
  rates: EncodedRates;
  bins: Bin[];
  learned: number;
}

interface Open {
  session: Session;
  /**
   * Learned from when the session is over, and no sooner: that an order came is known before that none came, and a model that hears
   * of the orders first believes in too many.
   */
  moments: Moments;
}

const mostOpen = 5_000;
/** So many more end together: the first entry of a map from which the first is taken again and again is slow to find. */
const surplus = 25;
/** Visitors whose earlier sessions are remembered: so many that were here last, and at most twice as many. */
const mostVisitors = 10_000;
/** Products that their events have named, some 60 bytes each: the same. */
const mostProducts = 200_000;
const mostMoments = 40;
const width = Object.keys(features).length;

export function createSessionChance(stored?: EncodedSessionChance): SessionChance {
  const model = stored ? decodeLogistic(stored.model) : startLogistic(Object.values(features));
  const rates: ProductRates = createProductRates(stored?.rates);
  const bins = stored?.bins ?? emptyBins();
  const open = new Map<string, Open>();
  const histories = createRecent<History>(mostVisitors);
  /** That events have named since the histories were aged last. */
  let products = 0;
  let learned = stored?.learned ?? 0;

  function end(visitor: string): void {
    const ended = open.get(visitor);
    open.delete(visitor);
    ended?.moments.each((features, foretold, happened) => {
      note(bins, foretold, happened);
      learn(model, features, happened);
      learned++;
    });
  }

  function historyOf(visitor: string): History {
    const known = histories.get(visitor);
    if (known) return known;
    const history = createHistory();
    histories.set(visitor, history);
    return history;
  }

  function openOf(visitor: string, at: number, past: Past): Open {
    const known = open.get(visitor);
    if (known && at - known.session.to <= sessionPause) return known;
    end(visitor);
    const fresh = { session: startSession(at, past), moments: createMoments(width) };
    open.set(visitor, fresh);
    if (open.size >= mostOpen + surplus) for (const oldest of [...open.keys()].slice(0, surplus)) end(oldest);
    return fresh;
  }

  return {
    observe: (visitor, event) => {
      const past = historyOf(visitor).follow(event);
      products += event.items.length;
      if (products > mostProducts) {
        histories.age();
        products = 0;
      }
      const { session, moments } = openOf(visitor, event.at, past);
      if (event.kind === 'buy') {
        moments.happen();
        for (const item of event.items) rates.bought(item);
        follow(session, event);
        return;
      }
      const isNew = event.items.filter((item) => event.kind === 'view' && !session.viewed.has(item));
      follow(session, event);
      const seen = featuresOf(session, rates);
      for (const item of isNew) rates.looked(item);
      if (moments.count < mostMoments) moments.add(seen, chances(model, seen).chance);
    },
    of: (visitor, now) => {
      const found = open.get(visitor);
      return found && now - found.session.to <= sessionPause ? chances(model, featuresOf(found.session, rates)) : null;
    },
    endSessions: (now) => {
      for (const [visitor, { session }] of open) if (now - session.to > sessionPause) end(visitor);
    },
    forget: (visitors) => {
      for (const visitor of visitors) {
        open.delete(visitor);
        histories.delete(visitor);
      }
    },
    reliability: bins,
    get learned() {
      return learned;
    },
    encoded: () => ({ model: encodeLogistic(model), rates: rates.encoded(), bins, learned }),
  };
}
