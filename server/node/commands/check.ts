import { checkPage, type FetchedPage, type Finding, tagsIn } from '../../doctor/check-page.ts';
import { fetchPage, post } from '../fetch-page.ts';
import { type Command, Failure, textOf, UsageError } from './command.ts';

const signs = { true: 'ok', false: 'NO', null: '--' };
const mostSheets = 10;

export const checkCommand: Command = {
  summary: 'look whether a page of the shop is set up right',
  help: `vitrina check URL [options]

Fetches the page as it is, without running its scripts, and asks the collector that its tag names whether it knows the shop.
Exit code 0 says that all is well.

  --site KEY     the shop's key, as the install page shows it
  --private      fetch from private addresses, too`,
  options: { site: { type: 'string' }, private: { type: 'boolean' } },
  run: async (options, [address], terminal) => {
    if (address === undefined || !/^https?:/.test(address) || !URL.canParse(address))
      throw new UsageError('Say which page: "vitrina check https://shop.example/".');
    const allowPrivate = options.private === true;
    const page = await load(new URL(address), allowPrivate);
    const findings = [...checkPage(page, textOf(options, 'site') ?? null), ...(await askCollector(page, allowPrivate))];
    for (const { ok, text } of findings) terminal.out(`${signs[`${ok}`]}  ${text}`);
    const wrong = findings.filter(({ ok }) => ok === false).length;
    if (wrong > 0)
      throw new Failure(wrong === 1 ? 'One thing is to be put right.' : `${wrong} things are to be put right.`);
  },
};

async function load(address: URL, allowPrivate: boolean): Promise<FetchedPage> {
  const { url, status, text: html, header } = await fetchPage(address, allowPrivate);
  const links = [...html.matchAll(/<link\b[^>]*>/gi)].map(([link]) => link).filter((link) => /stylesheet/i.test(link));
  const sheets = links.slice(0, mostSheets).flatMap((link) => {
    const href = /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(link)?.[1]?.replaceAll('&amp;', '&');
    return href !== undefined && URL.canParse(href, url) ? [new URL(href, url)] : [];
  });
  // A stylesheet that cannot be had reserves nothing.
  const styles = await Promise.all(
    sheets.map((sheet) =>
      fetchPage(sheet, allowPrivate).then(
        ({ text }) => text,
        () => '',
      ),
    ),
  );
  const policy = header('content-security-policy');
  const policies = policy === null ? [] : [policy];
  return { url, status, html, policies, styles: styles.join('\n') };
}

/** Sends an empty batch as the page would: the collector says whether it knows the key and the page's address. */
async function askCollector(page: FetchedPage, allowPrivate: boolean): Promise<Finding[]> {
  const [tag] = tagsIn(page);
  if (!tag || tag.site === null) return [];
  const collector = tag.src.origin;
  const script = await fetchPage(tag.src, allowPrivate).catch(() => null);
  if (script?.status !== 200) return [{ ok: false, text: `The script cannot be loaded from ${tag.src}.` }];
  const body = JSON.stringify({
    ...{ site: tag.site, consent: {}, sent: Date.now(), events: [] },
    page: { id: crypto.randomUUID(), url: page.url.href },
  });
  const words = { origin: page.url.origin, 'content-type': 'text/plain' };
  const answer = await post(new URL('/v1/collect', collector), allowPrivate, body, words).catch(() => null);
  if (!answer) return [{ ok: false, text: `${collector} does not answer.` }];
  if (answer.status === 404) return [{ ok: false, text: `${collector} knows no shop with the key ${tag.site}.` }];
  if (answer.status === 403)
    return [
      {
        ok: false,
        text: `${page.url.origin} is not one of the shop’s addresses: add it with "vitrina serve --origin".`,
      },
    ];
  const isWell = answer.status === 200 || answer.status === 204;
  const text = isWell ? 'The collector knows the shop and this address.' : `The collector answers ${answer.status}.`;
  return [{ ok: isWell, text }];
}
