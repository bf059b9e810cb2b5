import { eachOf } from '../earnings/each-of.ts';
import { readInParts } from '../earnings/read-in-parts.ts';
import { inSlices } from '../profit/in-slices.ts';
import { personNames } from '../profit/person-names.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { heldOut } from './draw-facts.ts';
import { type Draw, type DrawnPeople, peopleOf } from './people.ts';

type Reader = Pick<Store, 'all'>;

/**
 * Of a campaign, everyone who was drawn for it itself: who sees none at all is not of its arms. Of one device the first draw counts: where shares
 * move, it may be drawn anew until it has seen something.
 */
export async function drawnFor(campaign: string, sinceVersion: number, store: Reader): Promise<DrawnPeople> {
  const sql =
    'SELECT visitor, arm, version, propensity, min(at) AS at FROM campaign_draws WHERE campaign = ? AND arm <> ? GROUP BY visitor';
  const draws = await drawsOf(sql, [campaign, heldOut], store);
  return await inSlices(peopleOf(draws, sinceVersion));
}

/** Everyone who met any campaign since a moment, or would have but for the draw of all campaigns: arms `held` and `met`. */
export async function drawnForAny(since: number, store: Reader): Promise<DrawnPeople> {
  const sql =
    "SELECT visitor, iif(arm = ?1, 'held', 'met') AS arm, min(at) >= ?2 AS version, 1 AS propensity, min(at) AS at FROM campaign_draws " +
    "GROUP BY visitor, iif(arm = ?1, 'held', 'met')";
  return await inSlices(peopleOf(await drawsOf(sql, [heldOut, since], store), 1));
}

async function drawsOf(sql: string, params: readonly SqlValue[], store: Reader): Promise<Draw[]> {
  const draws: Draw[] = [];
  const visitors = new Set<string>();
  await readInParts(
    { columns: ['visitor', 'arm', 'version', 'propensity', 'at'], sql, params },
    ([visitor, arm, version, propensity, at]) => {
      const person = String(visitor);
      visitors.add(person);
      draws.push({
        person,
        arm: String(arm),
        version: Number(version),
        propensity: Number(propensity),
        at: Number(at),
      });
    },
    store,
  );
  const persons = await personNames([...visitors], store);
  await inSlices(
    eachOf(draws, (draw) => {
      draw.person = persons.get(draw.person) ?? draw.person;
    }),
  );
  return draws;
}
