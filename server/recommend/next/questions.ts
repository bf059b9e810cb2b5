import { type Sessions, sessionCount, timeOf } from './sessions.ts';

/** What the newest sessions ask, by number. The same number is always the same question. */
export interface Questions {
  count: number;
  ask(number: number): Question;
}

/** What is shown, when, and what it was that came. */
export interface Question {
  shown: Int32Array;
  time: number;
  answer: number;
}

/** After each prefix of each session: what came next. */
export function sessionQuestions(newest: Sessions): Questions {
  const sessions: number[] = [];
  const lengths: number[] = [];
  for (let session = 0; session < sessionCount(newest); session++) {
    const length = (newest.starts[session + 1] ?? 0) - (newest.starts[session] ?? 0);
    for (let shown = 1; shown < length; shown++) {
      sessions.push(session);
      lengths.push(shown);
    }
  }
  return {
    count: sessions.length,
    ask: (number) => {
      const [session = 0, shown = 0] = [sessions[number], lengths[number]];
      const start = newest.starts[session] ?? 0;
      return {
        shown: newest.items.subarray(start, start + shown),
        time: timeOf(newest, session),
        answer: newest.items[start + shown] ?? -1,
      };
    },
  };
}

/** Of each basket every item is hidden once, behind the rest (a cart) and behind one other (a product's page). */
export function basketQuestions(newest: Sessions): Questions {
  const places: [basket: number, hidden: number][] = [];
  for (let basket = 0; basket < sessionCount(newest); basket++) {
    const length = (newest.starts[basket + 1] ?? 0) - (newest.starts[basket] ?? 0);
    for (let hidden = 0; hidden < length && length > 1; hidden++) places.push([basket, hidden]);
  }
  return {
    count: places.length,
    ask: (number) => {
      const [basket = 0, hidden = 0] = places[number] ?? [];
      const items = newest.items.subarray(newest.starts[basket], newest.starts[basket + 1]);
      const answer = items[hidden] ?? -1;
      const rest = items.filter((item) => item !== answer);
      const shown = number % 2 === 0 ? Int32Array.of(rest[(number * 7919) % rest.length] ?? -1) : rest;
      return { shown, time: timeOf(newest, basket), answer };
    },
  };
}
