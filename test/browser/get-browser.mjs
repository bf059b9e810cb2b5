/** Installs Debian's browsers where they are missing: the tests drive real ones, and download none of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const libraries = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu`);
/** What each package is known by. WebKit's own little browser wants a screen, which xvfb pretends. */
const places = {
  chromium: ['/usr/bin/chromium'],
  'firefox-esr': ['/usr/bin/firefox-esr'],
  'libwebkit2gtk-4.1-0': libraries.map((library) => `${library}/webkit2gtk-4.1/MiniBrowser`),
  xvfb: ['/usr/bin/Xvfb'],
};

const missing = Object.keys(places).filter((name) => !places[name].some((place) => existsSync(place)));
if (missing.length > 0) {
  console.log(`Installing ${missing.join(', ')} with apt-get ...`);
  const steps = [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing],
  ];
  for (const step of steps) {
    const [command, ...words] = process.getuid?.() === 0 ? step : ['sudo', '-n', ...step];
    const { status } = spawnSync(command, words, { stdio: 'inherit' });
    if (status !== 0) {
      const names = missing.join(' ');
      console.error(
        `Could not install ${names}. Do it yourself (Debian: apt-get install -y ${names}), then try again.`,
      );
      process.exit(1);
    }
  }
}
