import { isbot } from 'isbot';
import UAParser from 'ua-parser-js';
import type { Client, Device } from '../log/log-event.ts';

const known = new Map<string, Client>();
const remembered = 2_000;

const robots = new Map<string, boolean>();

/** True for what says itself that it is no person. */
export function isRobot(userAgent: string): boolean {
  let found = robots.get(userAgent);
  if (found === undefined) {
    found = isbot(userAgent);
    if (robots.size >= remembered) robots.clear();
    robots.set(userAgent, found);
  }
  return found;
}

/** Browser and kind of device by the user agent's own words; the same words are parsed once. */
export function clientOf(userAgent: string, country: string | undefined): Client {
  let client = known.get(userAgent);
  if (!client) {
    client = parse(userAgent.slice(0, 500));
    if (known.size >= remembered) known.clear();
    known.set(userAgent, client);
  }
  return country && /^[A-Z]{2}$/.test(country) && country !== 'XX' ? { ...client, country } : client;
}

function parse(userAgent: string): Client {
  const { browser, device } = UAParser(userAgent);
  return { ...(browser.name ? { browser: browser.name } : {}), device: deviceOf(device.type) };
}

function deviceOf(type: string | undefined): Device {
  if (type === 'mobile') return 'phone';
  return type === 'tablet' ? 'tablet' : 'desktop';
}
