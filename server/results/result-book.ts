import { dayIn } from '../day-in.ts';
import { type Follower, followLog, forget } from '../log/follow-log.ts';
import { countedRows, type Filled, putRows } from '../store/put-rows.ts';
import type { Store } from '../store/store.ts';
import { drawFacts, resultNames } from './draw-facts.ts';

interface ResultSources {
  store: Pick<Store, 'all' | 'write'>;
  timeZone: string;
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** Who was drawn for which campaign, and what was done with it, as tables that follow the log. */
export type ResultBook = Follower;

export function openResultBook({ store, timeZone, together }: ResultSources): ResultBook {
  const dayOf = dayIn(timeZone);
  return followLog({
    ...{ store, together, projection, names: resultNames },
    statementsOf: (events) => {
      const { draws, days } = drawFacts(events, dayOf);
      return [...putRows(ofDraws, draws), ...putRows(ofDays, countedRows(days))];
    },
  });
}

const projection = 'campaigns';

const ofDraws: Filled = {
  table: 'campaign_draws',
  columns: ['campaign', 'visitor', 'arm', 'version', 'propensity', 'at'],
  conflict:
    '(campaign, visitor, arm) DO UPDATE SET version = excluded.version, propensity = excluded.propensity, at = excluded.at ' +
    'WHERE excluded.at < at',
};
const ofDays: Filled = {
  table: 'campaign_days',
  columns: ['campaign', 'day', 'arm', 'views', 'clicks', 'dismissals'],
  conflict:
    '(campaign, day, arm) DO UPDATE SET views = views + excluded.views, clicks = clicks + excluded.clicks, ' +
    'dismissals = dismissals + excluded.dismissals',
};

/** All that the tables have; they are made anew from the log's beginning. */
export const forgetResults = forget(projection, ['campaign_draws', 'campaign_days']);
