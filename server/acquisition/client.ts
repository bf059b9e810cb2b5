import UAParser from 'ua-parser-js';
import type { Client, Device } from '../log/log-event.ts';
import { hintHeaders, readHints } from './client-hints.ts';
import type { Place } from './region.ts';

const known = new Map<string, Client>();
const remembered = 2_000;

interface Headers {
  get(name: string): string | null;
}

/**
 * Browser and device by the browser's hints, and by its user agent where it gives none; with the place that its address
 * stands for, and the minutes by which its clock is ahead of UTC.
 */
export function clientOf(headers: Headers, place: Place, offset?: number): Client {
  return { ...spokenOf(headers), ...place, ...(offset === undefined ? {} : { offset }) };
}

/** The same words are parsed once: the parser takes longer than the rest of a request. */
function spokenOf(headers: Headers): Client {
  const userAgent = (headers.get('user-agent') ?? '').slice(0, 500);
  const key = [userAgent, ...hintHeaders.map((name) => headers.get(name) ?? '')].join('\n');
  let client = known.get(key);
  if (!client) {
    client = { ...parse(userAgent), ...readHints(headers) };
    if (known.size >= remembered) known.clear();
    known.set(key, client);
  }
  return client;
}

function parse(userAgent: string): Client {
  const { browser, device, os } = UAParser(userAgent);
  return {
    ...(browser.name ? { browser: browser.name } : {}),
    ...(os.name ? { os: os.name } : {}),
    device: deviceOf(device.type),
  };
}

function deviceOf(type: string | undefined): Device {
  if (type === 'mobile') return 'phone';
  return type === 'tablet' ? 'tablet' : 'desktop';
}
