import type { CandidateSettings } from '../next/candidates.ts';
import type { LinearSettings } from '../next/linear-settings.ts';
import type { Fitted } from '../next/next-item.ts';
import { type Sessions, sessionCount } from '../next/sessions.ts';
import type { Standing } from './lookers.ts';
import type { Packed } from './packed.ts';
import type { Fit, Kind } from './shelf-model.ts';

/** What is kept of the model. Orders are not: the shop has them. */
export interface KeptModel {
  /** Everything of the log up to and with this place is in it. */
  through: number;
  /** Products by their numbers. */
  names: Record<Kind, readonly string[]>;
  visits: Sessions;
  /** Visits that may go on: whose, which of `visits`, its last item, and when that was (ms). */
  open: readonly [visitor: string, visit: number, last: number, at: number][];
  /** What was looked at before orders, numbered as visits number it. */
  looked: { occasions: Sessions; standing: Standing };
  fits: Record<Kind, Fit>;
}

/** Another number for another form: what was kept before is then made anew. */
const version = 3;

interface Header extends Pick<KeptModel, 'through' | 'names' | 'open'> {
  version: number;
  /** Of `looked`. */
  orders: readonly string[];
  visitors: readonly string[];
  fits: Record<Kind, FitHeader>;
}

interface FitHeader {
  sessions: number;
  room: number;
  linearSettings: LinearSettings;
  settings: CandidateSettings;
  inputs: number;
  hidden: number;
}

export function encodeModel({ through, names, open, visits, looked, fits }: KeptModel): Packed {
  const { occasions, standing } = looked;
  const header: Header = {
    ...{ version, through, names, open, orders: standing.orders, visitors: standing.visitors },
    fits: { visits: headerOf(fits.visits), orders: headerOf(fits.orders) },
  };
  return {
    header,
    columns: {
      'visits.items': visits.items,
      'visits.starts': visits.starts,
      'visits.times': visits.times ?? new Float64Array(0),
      'occasions.items': occasions.items,
      'occasions.starts': occasions.starts,
      'occasions.times': occasions.times ?? new Float64Array(0),
      'looks.starts': standing.starts,
      'looks.items': standing.items,
      'looks.times': standing.times,
      ...columnsOf('visits', fits.visits.fitted),
      ...columnsOf('orders', fits.orders.fitted),
    },
  };
}

/** Null for another version's. */
export function decodeModel({ header, columns }: Packed): KeptModel | null {
  const known = header as Header;
  if (known.version !== version) return null;
  const column = <T>(name: string, kind: new (...args: never[]) => T): T => {
    const found: unknown = columns[name];
    if (!(found instanceof kind)) throw new RangeError(`no column ${name}`);
    return found;
  };
  const fitOf = (name: Kind): Fit => {
    const { sessions, room, linearSettings, settings, inputs, hidden } = known.fits[name];
    // Copied, so that the rest of what was read can go.
    const linear = {
      room,
      sizes: column(`${name}.sizes`, Int32Array).slice(),
      targets: column(`${name}.targets`, Int32Array).slice(),
      weights: column(`${name}.weights`, Float32Array).slice(),
    };
    const ranker = { inputs, hidden, weights: column(`${name}.ranker`, Float64Array).slice() };
    return { sessions, fitted: { linear, linearSettings, settings, ranker } };
  };
  const sessionsOf = (name: string): Sessions => ({
    items: column(`${name}.items`, Int32Array),
    starts: column(`${name}.starts`, Int32Array),
    times: column(`${name}.times`, Float64Array),
    ...{ itemCount: known.names.visits.length, before: 0 },
  });
  const occasions = sessionsOf('occasions');
  return {
    ...{ through: known.through, names: known.names, open: known.open },
    visits: sessionsOf('visits'),
    looked: {
      occasions,
      standing: {
        ...{ occasions: sessionCount(occasions), orders: [...known.orders], visitors: [...known.visitors] },
        starts: column('looks.starts', Int32Array),
        items: column('looks.items', Int32Array),
        times: column('looks.times', Float64Array),
      },
    },
    fits: { visits: fitOf('visits'), orders: fitOf('orders') },
  };
}

function headerOf({ sessions, fitted: { linear, linearSettings, settings, ranker } }: Fit): FitHeader {
  return { sessions, room: linear.room, linearSettings, settings, inputs: ranker.inputs, hidden: ranker.hidden };
}

function columnsOf(name: Kind, { linear, ranker }: Fitted): Packed['columns'] {
  return {
    [`${name}.sizes`]: linear.sizes,
    [`${name}.targets`]: linear.targets,
    [`${name}.weights`]: linear.weights,
    [`${name}.ranker`]: ranker.weights,
  };
}
