import { type Sessions, sessionCount, timeOf } from './sessions.ts';

/** What the newest sessions ask, by number. The same number is always the same question. */
export interface Questions {
  count: number;
  ask(number: number): Question;
  /** The answer alone, which is asked for often. */
  answerTo(number: number): number;
}

/** What is shown, when, and what it was that came. */
export interface Question {
  shown: Int32Array;
  time: number;
  answer: number;
}

/** Sessions from one pause to the next. */
const slice = 4_096;

/** After each prefix of each session: what came next. */
export function* sessionQuestions(newest: Sessions): Generator<void, Questions> {
  const lengthOf = (session: number) => (newest.starts[session + 1] ?? 0) - (newest.starts[session] ?? 0);
  let count = 0;
  for (let session = 0; session < sessionCount(newest); session++) {
    count += Math.max(0, lengthOf(session) - 1);
    if (session % slice === slice - 1) yield;
  }
  const sessions = new Int32Array(count);
  const lengths = new Int32Array(count);
  for (let session = 0, number = 0; session < sessionCount(newest); session++) {
    for (let shown = 1; shown < lengthOf(session); shown++) {
      sessions[number] = session;
      lengths[number++] = shown;
    }
    if (session % slice === slice - 1) yield;
  }
  const startOf = (number: number) => newest.starts[sessions[number] ?? 0] ?? 0;
  const answerTo = (number: number) => newest.items[startOf(number) + (lengths[number] ?? 0)] ?? -1;
  return {
    count,
    answerTo,
    ask: (number) => ({
      shown: newest.items.subarray(startOf(number), startOf(number) + (lengths[number] ?? 0)),
      time: timeOf(newest, sessions[number] ?? 0),
      answer: answerTo(number),
    }),
  };
}

/** Of each basket every item is hidden once, behind the rest (a cart) and behind one other (a product's page). */
export function* basketQuestions(newest: Sessions): Generator<void, Questions> {
  const lengthOf = (basket: number) => (newest.starts[basket + 1] ?? 0) - (newest.starts[basket] ?? 0);
  const isAsked = (basket: number) => lengthOf(basket) > 1;
  let count = 0;
  for (let basket = 0; basket < sessionCount(newest); basket++) {
    if (isAsked(basket)) count += lengthOf(basket);
    if (basket % slice === slice - 1) yield;
  }
  const baskets = new Int32Array(count);
  const places = new Int32Array(count);
  for (let basket = 0, number = 0; basket < sessionCount(newest); basket++) {
    for (let hidden = 0; hidden < lengthOf(basket) && isAsked(basket); hidden++) {
      baskets[number] = basket;
      places[number++] = (newest.starts[basket] ?? 0) + hidden;
    }
    if (basket % slice === slice - 1) yield;
  }
  const answerTo = (number: number) => newest.items[places[number] ?? 0] ?? -1;
  return {
    count,
    answerTo,
    ask: (number) => {
      const basket = baskets[number] ?? 0;
      const answer = answerTo(number);
      const rest = newest.items
        .subarray(newest.starts[basket], newest.starts[basket + 1])
        .filter((item) => item !== answer);
      const shown = number % 2 === 0 ? Int32Array.of(rest[(number * 7919) % rest.length] ?? -1) : rest;
      return { shown, time: timeOf(newest, basket), answer };
    },
  };
}
