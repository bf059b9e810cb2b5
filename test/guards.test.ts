import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A guard that cannot fail guards nothing: each gets a file that breaks it. */

const root = resolve(import.meta.dirname, '..');

interface Breach {
  says: string;
  path: string;
  text: string;
  /** Part of what the tool prints about it. */
  rule: string;
}

const lint: Breach[] = [
  {
    says: 'the snippet imports no package',
    path: 'snippet/a.ts',
    text: "import { h } from 'preact';\nh('p', {});\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'the snippet imports no other part',
    path: 'snippet/b.ts',
    text: "import { definitions } from '../widgets/definitions.ts';\nconsole.log(definitions);\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'widgets import no server',
    path: 'widgets/shelf/a.ts',
    text: "import { createApp } from '../../server/app.ts';\ncreateApp;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'widgets import no package but preact',
    path: 'widgets/b.ts',
    text: "import { Hono } from 'hono';\nnew Hono();\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'widgets import no code of the snippet',
    path: 'widgets/c.ts',
    text: "import { start } from '../snippet/v.ts';\nstart();\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'the server imports no view',
    path: 'server/a.ts',
    text: "import { view } from '../widgets/shelf/view.tsx';\nview;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'the server imports no panel',
    path: 'server/b.ts',
    text: "import { App } from '../admin/app.ts';\nApp;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'what runs at the edge imports nothing of Node',
    path: 'server/c.ts',
    text: "import { join } from 'node:path';\njoin;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'what runs at the edge does not reach into the Node entries',
    path: 'server/d.ts',
    text: "import { serve } from './node/serve.ts';\nserve;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'what runs at the edge knows no process',
    path: 'server/e.ts',
    text: 'export const port = process.env.PORT;\n',
    rule: 'noRestrictedGlobals',
  },
  {
    says: 'what runs at the edge knows no Buffer',
    path: 'server/f.ts',
    text: "export const bytes = Buffer.from('');\n",
    rule: 'noRestrictedGlobals',
  },
  {
    says: 'the panel imports no code of the server',
    path: 'admin/a.ts',
    text: "import { createApp } from '../server/app.ts';\ncreateApp;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'nothing imports the tests',
    path: 'admin/b.ts',
    text: "import { shop } from '../test/shop/shop.ts';\nshop;\n",
    rule: 'noRestrictedImports',
  },
  {
    says: 'no cycle',
    path: 'server/g.ts',
    text: "import { h } from './h.ts';\nexport const g = () => h;\n",
    rule: 'noImportCycles',
  },
  {
    says: 'no cycle (its other half)',
    path: 'server/h.ts',
    text: "import { g } from './g.ts';\nexport const h = () => g;\n",
    rule: 'noImportCycles',
  },
  { says: 'no export *', path: 'server/i.ts', text: "export * from './a.ts';\n", rule: 'noReExportAll' },
  { says: 'no any', path: 'server/j.ts', text: 'export const j: any = 1;\n', rule: 'noExplicitAny' },
  {
    says: 'no promise left alone',
    path: 'server/k.ts',
    text: 'async function work(): Promise<void> {}\nwork();\n',
    rule: 'noFloatingPromises',
  },
  { says: 'no default export', path: 'server/l.ts', text: 'export default 1;\n', rule: 'noDefaultExport' },
];

const types: Breach[] = [
  {
    says: 'the snippet has no Node',
    path: 'snippet/m.ts',
    text: 'process.exit();\nexport {};\n',
    rule: "Cannot find name 'process'",
  },
  {
    says: 'widgets have no Node',
    path: 'widgets/m.ts',
    text: "Buffer.from('');\nexport {};\n",
    rule: "Cannot find name 'Buffer'",
  },
  {
    says: 'the server has no DOM',
    path: 'server/m.ts',
    text: 'document.title;\nexport {};\n',
    rule: "Cannot find name 'document'",
  },
  {
    says: 'the panel has no Node',
    path: 'admin/m.ts',
    text: 'process.exit();\nexport {};\n',
    rule: "Cannot find name 'process'",
  },
];

/** Fields that one side of the wire knows and the other does not. */
const wire = [
  { type: 'Batch', file: 'server/collect/schema.ts' },
  { type: 'RankRequest', file: 'server/headless/rank.ts' },
];

let folder = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'guards-')));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  // Biome reads .gitignore where the settings say so.
  await writeFile(join(folder, '.gitignore'), 'node_modules\n');
  for (const { path, text } of [...lint, ...types]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const part of ['snippet', 'widgets', 'server', 'admin']) {
    await cp(join(root, part, 'tsconfig.json'), join(folder, part, 'tsconfig.json'));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the linter sees to it that', () => {
  let report = '';
  beforeAll(async () => {
    report = await run('biome', ['lint', '--reporter=github', '--max-diagnostics=200', '.']);
  });

  test.each(lint)('$says', ({ path, rule }) => {
    const found = report
      .split('\n')
      .filter((line) => line.includes(`file=${join(folder, path)},`) && line.includes(rule));
    expect(found, report).not.toEqual([]);
  });
});

describe('the compiler sees to it that', () => {
  test.each(types)('$says', async ({ path, rule }) => {
    const report = await run('tsc', ['-p', join(dirname(path), 'tsconfig.json')]);
    expect(
      report.split('\n').filter((line) => line.startsWith(path) && line.includes(rule)),
      report,
    ).not.toEqual([]);
  });
});

describe('the collector’s schema is proved equal to the wire, so that', () => {
  let copy = '';
  let report = '';
  beforeAll(async () => {
    copy = await realpath(await mkdtemp(join(tmpdir(), 'guards-')));
    for (const part of ['tsconfig.json', 'server', 'snippet', 'widgets'])
      await cp(join(root, part), join(copy, part), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    const protocol = join(copy, 'snippet/protocol.ts');
    let text = await readFile(protocol, 'utf8');
    for (const { type } of wire) text = text.replace(`export interface ${type} {`, '$& more?: string | undefined;');
    await writeFile(protocol, text);
    report = await run('tsc', ['-p', 'server'], copy);
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  test.each(wire)('a field of $type that the page alone knows does not compile', ({ file }) => {
    expect(report.split('\n').filter((line) => line.startsWith(file) && line.includes("'true'"))).not.toEqual([]);
  });
});

/** What a tool prints, whatever its exit code. */
function run(tool: string, words: string[], cwd = folder): Promise<string> {
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin', tool), words, { cwd, maxBuffer: 1e8 }, (_, out, err) =>
      resolve(out + err),
    );
  });
}
