import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Debian's Firefox and WebKit, each on its own with an empty profile. Playwright drives neither of them, so the pages must
 * drive themselves. What is returned closes the browser.
 */
export async function openFirefox(url: string, preferences: Record<string, boolean>) {
  const profile = await mkdtemp(join(tmpdir(), 'vitrina-firefox-'));
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const words = ['--headless', '--no-remote', '--profile', profile, url];
  return start('firefox-esr', words, { HOME: profile }, profile);
}

export async function openWebKit(url: string) {
  const profile = await mkdtemp(join(tmpdir(), 'vitrina-webkit-'));
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = await once(screen.stdout, 'data');
  const close = start(
    miniBrowser(),
    ['--private', url],
    { HOME: profile, DISPLAY: `:${String(display).trim()}` },
    profile,
  );
  return async () => {
    await close();
    screen.kill();
  };
}

/** WebKit's own little browser. */
const miniBrowser = () =>
  ['x86_64', 'aarch64']
    .map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path)) ?? 'MiniBrowser';

function start(command: string, words: string[], more: Record<string, string>, profile: string) {
  const browser = spawn(command, words, { stdio: 'ignore', env: { ...process.env, ...more } });
  return async function close() {
    const closed = once(browser, 'exit');
    browser.kill();
    await closed;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}
