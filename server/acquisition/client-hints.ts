import type { Device } from '../log/log-event.ts';

/** The headers that make a difference. */
export const hintHeaders = ['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'] as const;

export interface Hints {
  browser?: string;
  os?: string;
  device?: Device;
}

interface Headers {
  get(name: string): string | null;
}

/** The engine that others are built on, and made-up brands that keep readers of the list honest (RFC 8701's idea). */
const notBrands = /^chromium$|not.{0,3}a.{0,3}brand/i;
const brands: Record<string, string> = { 'Google Chrome': 'Chrome', 'Microsoft Edge': 'Edge', 'Opera GX': 'Opera' };

/** What the browser says of itself in the hints that every request carries (`Sec-CH-UA`, `-Mobile`, `-Platform`). */
export function readHints(headers: Headers): Hints {
  const os = text(headers.get('sec-ch-ua-platform'));
  const mobile = headers.get('sec-ch-ua-mobile');
  const listed = [...(headers.get('sec-ch-ua') ?? '').slice(0, 500).matchAll(/"([^"]{1,50})";\s*v=/g)];
  const brand = listed.map(([, name = '']) => name).find((name) => !notBrands.test(name));
  const device = deviceOf(mobile, os);
  return {
    ...(brand ? { browser: brands[brand] ?? brand } : {}),
    ...(os ? { os } : {}),
    ...(device ? { device } : {}),
  };
}

/** Android without a phone's layout is a tablet; a desktop needs a desktop's system, since a TV is "not mobile" either. */
function deviceOf(mobile: string | null, os: string | null): Device | null {
  if (mobile === '?1') return 'phone';
  if (mobile !== '?0' || os === null) return null;
  if (os === 'Android') return 'tablet';
  return /^(Windows|macOS|Linux|Chrome OS|Chromium OS)$/.test(os) ? 'desktop' : null;
}

/** The text of a structured header's string. */
function text(header: string | null): string | null {
  const found = /^"([\w .-]{1,30})"$/.exec(header ?? '')?.[1];
  return found && found !== 'Unknown' ? found : null;
}
