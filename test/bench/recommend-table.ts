import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { basketMethods, nextItemMethods } from '../../server/recommend/evaluation/methods.ts';

const run = promisify(execFile);

const sessionSets = [
  { name: 'RetailRocket', file: 'retailrocket', minPrefix: 2 },
  { name: 'RSC15, 100k', file: 'rsc15_100k', minPrefix: 1 },
  { name: 'Serenade toy', file: 'serenade_toy', minPrefix: 1 },
];
const basketSets = [
  { name: 'Online Retail', file: 'online_retail.baskets' },
  { name: 'Groceries', file: 'groceries.baskets' },
];

/** Both evaluations of `docs/recommendations.md`, every method by the command that anybody can give, as Markdown. */
export async function recommendTable(data: string, progress: (line: string) => void): Promise<string> {
  const lines: string[] = [];
  for (const { name, file, minPrefix } of sessionSets) {
    const [train, test] = [join(data, `${file}.train.txt.gz`), join(data, `${file}.test.txt.gz`)];
    if (!(await isThere(train))) continue;
    lines.push(
      '',
      `**${name}**`,
      '',
      '| method | HR@20 | MRR@20 | NDCG@20 | coverage | popularity | fit s | p50 us | MB |',
    );
    lines.push('|---|---|---|---|---|---|---|---|---|');
    for (const method of [...Object.keys(nextItemMethods).reverse(), 'ours, streaming']) {
      progress(`${name}: ${method}`);
      const words = ['recommend', '--train', train, '--test', test, '--min-prefix', `${minPrefix}`];
      const [plain = method, mode] = method.split(', ');
      const row = await figures([...words, '--method', plain, ...(mode ? [`--${mode}`] : [])]);
      lines.push(
        `| ${[method, share(row.hr), share(row.mrr), share(row.ndcg), share(row.coverage), share(row.popularity), ...costs(row)].join(' | ')} |`,
      );
    }
  }
  for (const { name, file } of basketSets) {
    const [train, cases] = [join(data, `${file}.train.txt.gz`), join(data, `${file}.cases.txt.gz`)];
    if (!(await isThere(train))) continue;
    lines.push(
      '',
      `**${name}**`,
      '',
      '| method | cart HR@10 | MRR@10 | page hit@10 | page coverage | fit s | p50 us | MB |',
    );
    lines.push('|---|---|---|---|---|---|---|---|');
    for (const method of Object.keys(basketMethods).reverse()) {
      progress(`${name}: ${method}`);
      const row = await figures(['basket', '--train', train, '--cases', cases, '--page', '--method', method]);
      lines.push(
        `| ${[method, share(row.hr), share(row.mrr), share(row.page?.hit), share(row.page?.coverage), ...costs(row)].join(' | ')} |`,
      );
    }
  }
  return lines.join('\n').trim();
}

interface Figures {
  hr: number;
  mrr: number;
  ndcg?: number;
  coverage?: number;
  popularity?: number;
  page?: { hit: number; coverage: number };
  fitSeconds: number;
  p50us: number;
  modelBytes: number;
}

async function figures(words: readonly string[]): Promise<Figures> {
  const { stdout } = await run(process.execPath, ['vitrina.mjs', 'eval', ...words], { maxBuffer: 2 ** 24 });
  const parsed: Figures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return parsed;
}

function costs({ fitSeconds, p50us, modelBytes }: Figures): string[] {
  return [fitSeconds.toFixed(1), p50us.toFixed(0), (modelBytes / 2 ** 20).toFixed(1)];
}

function share(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(4).replace(/^0/, '');
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
