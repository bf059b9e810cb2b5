import { readFile } from 'node:fs/promises';
import { isIPv4, isIPv6 } from 'node:net';
import { Reader, type Response } from 'mmdb-lib';
import type { PlaceWords } from '../acquisition/region.ts';
import { Failure } from './commands/command.ts';

/** The part of a record that we read, as MaxMind's, DB-IP's and IP2Location's files have it. */
interface Record {
  country?: { iso_code?: string };
  subdivisions?: { iso_code?: string; names?: { en?: string } }[];
}

/** Looks addresses up in a MaxMind-format file of the merchant's (`GEOIP_MMDB`). */
export async function openGeoFile(path: string): Promise<(address: string) => PlaceWords> {
  const reader = await open(path);
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    // A file of IPv4 alone answers an IPv6 address with whatever stands at its first 32 bits.
    const canAnswer = isIPv4(plain) || (isIPv6(plain) && reader.metadata.ipVersion === 6);
    const found = canAnswer ? (reader.get(plain) as Record | null) : null;
    const region = found?.subdivisions?.[0];
    return { country: found?.country?.iso_code, regionCode: region?.iso_code, regionName: region?.names?.en };
  };
}

async function open(path: string): Promise<Reader<Response>> {
  try {
    return new Reader(await readFile(path));
  } catch (error) {
    throw new Failure(`GEOIP_MMDB is "${path}", which cannot be read as a MaxMind database: ${String(error)}`);
  }
}
