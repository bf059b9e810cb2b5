import { resolve } from 'node:path';
import { type Options, textOf, UsageError } from './commands/command.ts';

/** What an installation is told, by options or by the environment. */
export interface Settings {
  dataDir: string;
  port: number;
  host: string;
  /** Header in which a proxy in front of us gives the visitor's country, in lower case; none by default: anyone could send it. */
  countryHeader: string | undefined;
  /** Header in which such a proxy gives the region, as ISO 3166-2 code or English name. */
  regionHeader: string | undefined;
  /** A MaxMind-format file for what no header says. */
  geoFile: string | undefined;
  /** Header in which such a proxy gives the visitor's address. */
  addressHeader: string | undefined;
  /** How many times the rate limits that there are by themselves; 0 for none. */
  rateLimits: number;
  /** Feeds may be fetched from private addresses too: the shop's system stands beside us. */
  allowPrivate: boolean;
}

/** Reads everything once; the error names every setting that is wrong. */
export function readSettings(options: Options, env: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const port = textOf(options, 'port') ?? env.PORT ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    wrong.push(`--port / PORT is "${port}"; a number from 0 to 65535 is wanted (0 picks a free one)`);
  const headers = {
    COUNTRY_HEADER: env.COUNTRY_HEADER,
    REGION_HEADER: env.REGION_HEADER,
    ADDRESS_HEADER: env.ADDRESS_HEADER,
  };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !/^[\w-]+$/.test(value))
      wrong.push(`${name} is "${value}"; the name of a header is wanted`);
  }
  const rateLimits = Number(env.RATE_LIMITS ?? '1');
  if (!(rateLimits >= 0 && rateLimits <= 1_000_000))
    wrong.push(`RATE_LIMITS is "${env.RATE_LIMITS}"; a number is wanted: 2 allows twice as much, 0 has no limits`);
  if (env.FEED_ADDRESSES !== undefined && !/^(public|private)$/.test(env.FEED_ADDRESSES))
    wrong.push(`FEED_ADDRESSES is "${env.FEED_ADDRESSES}"; "public" or "private" is wanted`);
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  return {
    dataDir: resolve(textOf(options, 'data') ?? env.DATA_DIR ?? 'data'),
    port: Number(port),
    host: textOf(options, 'host') ?? env.HOST ?? '127.0.0.1',
    countryHeader: headers.COUNTRY_HEADER?.toLowerCase(),
    regionHeader: headers.REGION_HEADER?.toLowerCase(),
    geoFile: env.GEOIP_MMDB ? resolve(env.GEOIP_MMDB) : undefined,
    addressHeader: headers.ADDRESS_HEADER?.toLowerCase(),
    rateLimits,
    allowPrivate: env.FEED_ADDRESSES === 'private',
  };
}
