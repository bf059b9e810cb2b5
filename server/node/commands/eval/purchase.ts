import { finish, minimise } from '../../../predict/minimise.ts';
import { chances, decodeLogistic } from '../../../predict/online-logistic.ts';
import { createProductRates } from '../../../predict/product-rates.ts';
import { featuresOf, follow, startSession } from '../../../predict/session.ts';
import { createSessionChance } from '../../../predict/session-chance.ts';
import { Failure, type Options, type Terminal } from '../command.ts';
import { type LoggedSession, sessionsOf } from './purchase-sessions.ts';
import { readLines } from './read-lines.ts';
import { type Foretold, scoresOf } from './scores.ts';

const trained = 0.8;

/**
 * Foretells at every view and cart whether an order follows in the session, from what came before that. Learned in one pass over the
 * sessions that had ended when four fifths of them had begun, and then left as it is; tried on those that began later.
 */
export async function evaluatePurchase(options: Options, { out }: Terminal) {
  const sessions = sessionsOf((await readLines(options, 'events')).slice(1));
  const split = sessions[Math.floor(sessions.length * trained)]?.from;
  if (split === undefined) throw new Failure('No event is in that file.');
  const train = sessions.filter(({ to }) => to < split);
  const test = sessions.filter(({ from }) => from >= split);
  const learned = learnSessions(train);
  const outcomes = test.flatMap(outcomesOf);
  const known = train.flatMap(outcomesOf);
  const rate = known.filter(Boolean).length / known.length;
  const counts = fitCounts(train);
  out(`${train.length} sessions to learn from, ${test.length} to foretell`);
  const scored = (chancesOf: (session: LoggedSession) => number[]) => {
    const foretold = test.flatMap(chancesOf);
    return scoresOf(outcomes.map((happened, place): Foretold => ({ chance: foretold[place] ?? 0, happened })));
  };
  return {
    split: new Date(split).toISOString(),
    train: { sessions: train.length, moments: known.length, rate },
    test: { sessions: test.length, moments: outcomes.length, rate: outcomes.filter(Boolean).length / outcomes.length },
    model: scored(foretellBy(learned)),
    untaught: scored(foretellBy(createSessionChance().encoded())),
    baselines: {
      priorRate: scored((session) => outcomesOf(session).map(() => rate)),
      logisticOnCounts: scored((session) => countsOf(session).map(counts)),
    },
  };
}

/** Whether an order follows, at each event that is none. */
function outcomesOf({ events, lastBuy }: LoggedSession): boolean[] {
  return events.flatMap(({ kind }, place) => (kind === 'buy' ? [] : [place < lastBuy]));
}

function learnSessions(sessions: readonly LoggedSession[]) {
  const chance = createSessionChance();
  const events = sessions.flatMap(({ user, events }) => events.map((event) => ({ user, event })));
  events.sort((a, b) => a.event.at - b.event.at);
  for (const { user, event } of events) {
    chance.endSessions(event.at);
    chance.observe(user, event);
  }
  chance.endSessions(Number.POSITIVE_INFINITY);
  return chance.encoded();
}

function foretellBy({ model, rates }: ReturnType<typeof learnSessions>) {
  const [known, learned] = [createProductRates(rates), decodeLogistic(model)];
  return ({ past, from, events }: LoggedSession): number[] => {
    const session = startSession(from, past);
    return events.flatMap((event) => {
      follow(session, event);
      return event.kind === 'buy' ? [] : [chances(learned, featuresOf(session, known)).chance];
    });
  };
}

/** The baseline: how much was looked at, put into the cart and bought so far. */
function countsOf({ events }: LoggedSession): number[][] {
  const counts = { view: 0, cart: 0, buy: 0 };
  return events.flatMap(({ kind }) => {
    if (kind === 'view' || kind === 'cart' || kind === 'buy') counts[kind]++;
    return kind === 'buy' ? [] : [[1, Math.log1p(counts.view), Math.log1p(counts.cart), Math.log1p(counts.buy)]];
  });
}

/** Fitted in full, not in one pass. */
function fitCounts(sessions: readonly LoggedSession[]): (features: readonly number[]) => number {
  const cases = sessions.flatMap((session) => {
    const outcomes = outcomesOf(session);
    return countsOf(session).map((features, place) => ({ features, sign: outcomes[place] ? 1 : -1 }));
  });
  const logit = (weights: readonly number[], features: readonly number[]) =>
    features.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
  const misfit = (weights: readonly number[]) =>
    cases.reduce((sum, { features, sign }) => sum + Math.log1p(Math.exp(-sign * logit(weights, features))), 0);
  const weights = finish(minimise(misfit, [0, 0, 0, 0]));
  return (features) => 1 / (1 + Math.exp(-logit(weights, features)));
}
