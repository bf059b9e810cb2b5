/** Installs Debian's Chromium where there is none: the tests drive a real browser, and download none of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('/usr/bin/chromium')) {
  console.log('Installing chromium with apt-get ...');
  const steps = [
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
  ];
  const isRoot = process.getuid?.() === 0;
  for (const [command, words] of steps) {
    const { status } = spawnSync(isRoot ? command : 'sudo', isRoot ? words : ['-n', command, ...words], {
      stdio: 'inherit',
    });
    if (status !== 0) {
      console.error(
        'Chromium could not be installed. Install it yourself (Debian: apt-get install -y chromium), then try again.',
      );
      process.exit(1);
    }
  }
}
