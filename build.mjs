/** Builds everything into `dist/`: what browsers load into `dist/public/`, what Node and the edge run beside it. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { minify } from 'terser';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (...path) => join(root, ...path);

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  logLevel: 'warning',
  metafile: true,
};
const browser = { ...common, minify: true, target: ['chrome100', 'firefox100', 'safari16'], legalComments: 'none' };

/** A widget's styles travel as text inside of its chunk; and in the panel, which draws widgets as shops do. */
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\/widgets\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
        target: browser.target,
      });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** What a shop's page loads: the one classic script first, the modules later, each only where it is needed. */
const parts = {
  v: 'snippet/v.ts',
  answers: 'snippet/answers.ts',
  auto: 'snippet/auto.ts',
  banners: 'snippet/banners.ts',
  rank: 'snippet/rank.ts',
  dialects: 'snippet/dialects.ts',
  handover: 'snippet/handover.ts',
  woo: 'snippet/woo.ts',
  runtime: 'widgets/runtime.ts',
  'add-shelf': 'widgets/add-shelf/view.tsx',
  alert: 'widgets/alert/view.tsx',
  editor: 'widgets/editor/editor.tsx',
  coupon: 'widgets/coupon/view.tsx',
  form: 'widgets/form/view.tsx',
  greeting: 'widgets/greeting/view.tsx',
  html: 'widgets/html/view.tsx',
  loan: 'widgets/loan/view.tsx',
  message: 'widgets/message/view.tsx',
  overlay: 'widgets/overlay/view.tsx',
  'order-status': 'widgets/order-status/view.tsx',
  prefill: 'widgets/prefill/view.tsx',
  shelf: 'widgets/shelf/view.tsx',
  survey: 'widgets/survey/view.tsx',
  'your-data': 'widgets/your-data/view.tsx',
  finder: 'widgets/finder/view.tsx',
};

/** The names of all modules carry one version: a hash of all that a page may load, which the snippet also tells the collector. */
export async function buildPage(outdir) {
  await mkdir(join(outdir, 'w'), { recursive: true });
  return buildParts(parts, (name, version) => join(outdir, name === 'v' ? 'v.js' : `w/${name}-${version}.js`));
}

/** The snippet without decisions and without what loads later: what collecting alone weighs. */
export function buildCore(outdir) {
  return buildParts({ core: 'snippet/core.ts' }, () => join(outdir, 'core.js'));
}

/** Shopify's pixel, which a person pastes and may want to read; its place and its shop are filled in as it is served. */
function buildPixel(outdir) {
  return build({
    ...common,
    format: 'iife',
    target: 'es2020',
    entryPoints: { 'shopify-pixel': 'snippet/shopify-pixel.ts' },
    outdir,
    define: { ORIGIN: '"%ORIGIN%"', SITE: '"%SITE%"', EVERYWHERE: 'vitrinaEverywhere' },
    banner: {
      js:
        '// Vitrina for Shopify. Settings > Customer events > Add custom pixel, Permission: not required; it asks Shopify for consent itself.\n' +
        '// false: the theme has the Vitrina tag, and this pixel tells the checkout. true: there is no tag, and it tells everything.\n' +
        'const vitrinaEverywhere = false;',
    },
  });
}

/** In place of the version until all is small: short names are given by how often letters are there, and a version has others each time. */
const unversioned = '640AAC43';

/** By esbuild and then, for a twentieth fewer bytes, by terser. */
async function buildParts(entries, pathOf) {
  const drafts = await Promise.all(
    Object.entries(entries).map(async ([name, entry]) => ({ name, entry, ...(await compile(entry, unversioned)) })),
  );
  const hash = createHash('sha256');
  for (const { code } of drafts) hash.update(code);
  const version = hash.digest('hex').slice(0, 8).toUpperCase();
  const built = drafts.map(async ({ name, entry, code, inputs }) => {
    const path = pathOf(name, version);
    // Functions that stand together pack better where there are many small ones.
    const isSnippet = entry.startsWith('snippet');
    // What is unsafe puts texts together by `+`, which of all that the snippet puts together makes the same.
    const compress = { passes: 4, unsafe_arrows: true, pure_getters: true, hoist_funs: isSnippet, unsafe: isSnippet };
    const small = await minify(code, { ecma: 2020, module: !isClassic(entry), toplevel: true, compress });
    await writeFile(path, small.code.replaceAll(unversioned, version));
    return [name, { path, inputs }];
  });
  return Object.fromEntries(await Promise.all(built));
}

const isClassic = (entry) => /(v|core)\.ts$/.test(entry);

/** Names that only the snippet itself calls by; none of them is on the wire, on `window.vitrina` or a browser's. */
const ofSnippet = /^(ask|depart|heed|open|sealed|sendIn|turn)$/;
/** Names that Preact gives to what is its own, such as `__k`. What only looks like them, `__html`, is longer. */
const ofPreact = /^__[a-z]?$/i;

async function compile(entry, version) {
  const { outputFiles, metafile } = await build({
    ...browser,
    format: isClassic(entry) ? 'iife' : 'esm',
    entryPoints: [entry],
    write: false,
    define: { VERSION: JSON.stringify(version) },
    mangleProps: isClassic(entry) ? ofSnippet : ofPreact,
    plugins: [cssAsText, ...(entry.startsWith('widgets') ? [apart(entry, version)] : [])],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // A directive that the code does not need costs ten bytes.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  });
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

/** The runtime loads a view when a slot shows it for the first time, and a view takes Preact from the runtime. */
const apart = (entry, version) => ({
  name: 'widgets-apart',
  setup({ onResolve }) {
    const isRuntime = entry === parts.runtime;
    onResolve({ filter: /\/view\.tsx$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${path.split('/')[1]}-${version}.js`, external: true } : undefined,
    );
    if (!isRuntime)
      onResolve({ filter: /\/runtime\.ts$/ }, () => ({ path: `./runtime-${version}.js`, external: true }));
    onResolve({ filter: /^preact/ }, ({ path }) => {
      if (!isRuntime) return { path: `./runtime-${version}.js`, external: true };
      return path === 'preact/jsx-runtime' ? { path: at('widgets/jsx.ts') } : undefined;
    });
  },
});

async function buildAdmin(outdir) {
  const admin = {
    ...browser,
    entryPoints: { app: 'admin/main.tsx' },
    outdir: join(outdir, 'admin'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [cssAsText],
  };
  const { metafile } = await build({ ...admin, splitting: true, loader: { '.css': 'empty' } });
  const [script] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === 'admin/main.tsx');
  // Pages come when they are opened. What they look like is in one stylesheet: a script that comes later brings none.
  const { outputFiles } = await build({ ...admin, write: false });
  const style = outputFiles.find(({ path }) => path.endsWith('.css'));
  await writeFile(style.path, style.contents);
  const page = (await readFile(at('admin/index.html'), 'utf8'))
    .replace('%SCRIPT%', `/admin/${basename(script)}`)
    .replace('%STYLE%', `/admin/${basename(style.path)}`);
  await writeFile(join(outdir, 'admin/index.html'), page);
}

/** Node's entries: the command line, the threads of the file store, the demo. Packages stay outside of the bundle. */
async function buildNode(outdir) {
  await build({
    ...common,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    entryPoints: {
      cli: 'server/node/cli.ts',
      'file-thread': 'server/node/file-thread.ts',
      'fit-thread': 'server/node/fit-thread.ts',
      demo: 'test/shop/demo.ts',
    },
    outdir,
    splitting: true,
    sourcemap: true,
    loader: { '.sql': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  });
}

/** The edge's entry: one module that carries the browsers' files with it. A `node:` import has nowhere to go and fails the build. */
async function buildWorker(outdir, pub) {
  const paths = (await readdir(pub, { recursive: true })).filter((path) => /\.\w+$/.test(path)).sort();
  const files = await Promise.all(paths.map(async (path) => [path, await readFile(join(pub, path), 'base64')]));
  await build({
    ...common,
    platform: 'neutral',
    target: 'es2024',
    mainFields: ['module', 'main'],
    // The same without templates in files.
    alias: { liquidjs: 'liquidjs/dist/liquid.browser.mjs' },
    conditions: ['workerd', 'worker', 'browser'],
    entryPoints: { worker: 'server/edge/worker.ts' },
    outdir,
    loader: { '.sql': 'text' },
    define: { PUBLIC_FILES: JSON.stringify(Object.fromEntries(files)) },
  });
}

export async function buildAll({ outdir = at('dist') } = {}) {
  // Built aside and put in place whole, so that whoever runs from `dist/` never meets half of it.
  const aside = `${outdir}-${process.pid}`;
  const pub = join(aside, 'public');
  try {
    await mkdir(join(pub, 'admin'), { recursive: true });
    await Promise.all([buildPage(pub), buildPixel(pub), buildAdmin(pub), buildNode(aside)]);
    await buildWorker(aside, pub);
    await rm(outdir, { recursive: true, force: true });
    await rename(aside, outdir);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Builds when a source is newer than what was built. */
export async function buildIfStale() {
  const built = await stat(at('dist/cli.js')).catch(() => null);
  if (!built || (await newest()) > built.mtimeMs) await buildAll();
}

const sources = ['snippet', 'widgets', 'server', 'admin', 'test/shop', 'build.mjs', 'package.json'];

async function newest() {
  const times = await Promise.all(
    sources.map(async (name) => {
      const entry = await stat(at(name));
      if (!entry.isDirectory()) return entry.mtimeMs;
      const files = await readdir(at(name), { recursive: true });
      const all = await Promise.all(files.map((file) => stat(at(name, file)).catch(() => null)));
      return Math.max(...all.map((file) => file?.mtimeMs ?? 0));
    }),
  );
  return Math.max(...times);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
