import type { Touch } from '../log/log-event.ts';

const engines: Record<string, string> = {
  google: 'google',
  bing: 'bing',
  duckduckgo: 'duckduckgo',
  yahoo: 'yahoo',
  yandex: 'yandex',
  ecosia: 'ecosia',
  qwant: 'qwant',
};
const assistants = [
  'chatgpt.com',
  'chat.openai.com',
  'perplexity.ai',
  'gemini.google.com',
  'copilot.microsoft.com',
  'claude.ai',
];
const networks = [
  'facebook',
  'instagram',
  'tiktok',
  'pinterest',
  'linkedin',
  'youtube',
  'reddit',
  't.co',
  'x.com',
  't.me',
  'viber',
];

/** Where a page view came from: its own utm parameters, else its referrer; null when it came from the shop itself. */
export function touchOf(url: URL, referrer: string | undefined): Touch | null {
  const landing = url.pathname.slice(0, 500);
  const query = url.searchParams;
  const campaign = query.get('utm_campaign')?.slice(0, 100);
  const source = query.get('utm_source')?.slice(0, 100);
  if (source) {
    return {
      source,
      medium: query.get('utm_medium')?.slice(0, 100) || 'campaign',
      ...(campaign ? { campaign } : {}),
      landing,
    };
  }
  if (!referrer) return { source: 'direct', medium: 'none', landing };
  const host = hostOf(referrer);
  if (host === null || host === url.hostname) return null;
  return { ...channel(host), landing };
}

function channel(host: string): { source: string; medium: string } {
  const parts = host.split('.');
  if (assistants.includes(host)) return { source: host, medium: 'assistant' };
  const engine = parts.map((part) => engines[part]).find((found) => found !== undefined);
  if (engine) return { source: engine, medium: 'organic' };
  const network = networks.find((name) => host === name || parts.includes(name));
  if (network) return { source: network, medium: 'social' };
  return { source: host.slice(0, 100), medium: 'referral' };
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
