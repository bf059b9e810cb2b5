import { isbot } from 'isbot';

/**
 * Not a person: `crawler` and `assistant` say so themselves, `headless` is a browser that nobody looks at, `nameless` gives no
 * words at all. `prerender` is a person's browser that guesses where they go next: nobody has seen that page.
 */
export type Robot = 'crawler' | 'assistant' | 'headless' | 'nameless' | 'prerender';

/** Programs that read pages to answer someone's question, or to learn from them. */
const assistants =
  /gptbot|chatgpt-user|oai-searchbot|claudebot|claude-user|claude-searchbot|anthropic|perplexity|google-extended|ccbot|bytespider|meta-externalagent|amazonbot|applebot-extended|mistralai|duckassistbot|cohere-ai/i;
const headless =
  /headless|phantomjs|electron|puppeteer|playwright|selenium|webdriver|lighthouse|chrome-lighthouse|pagespeed|gtmetrix/i;

const known = new Map<string, Robot | null>();
const remembered = 2_000;

/** What kind of robot sent a request; null for a person's browser, as far as one can tell from its headers. */
export function robotOf(headers: { get(name: string): string | null }): Robot | null {
  const robot = ofWords(headers.get('user-agent') ?? '');
  if (robot) return robot;
  if (headers.get('sec-ch-ua')?.includes('HeadlessChrome')) return 'headless';
  const purpose =
    headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? headers.get('x-purpose');
  return purpose !== null && /prefetch|prerender|preview/.test(purpose) ? 'prerender' : null;
}

/** The same words are judged once. */
function ofWords(words: string): Robot | null {
  let robot = known.get(words);
  if (robot === undefined) {
    robot = judge(words);
    if (known.size >= remembered) known.clear();
    known.set(words, robot);
  }
  return robot;
}

function judge(words: string): Robot | null {
  if (words === '') return 'nameless';
  if (assistants.test(words)) return 'assistant';
  if (headless.test(words)) return 'headless';
  return isbot(words) ? 'crawler' : null;
}
