import { install } from './install.ts';
import { quietly } from './quietly.ts';
import { whenReady } from './ready.ts';
import { readTag } from './tag.ts';

quietly(() => {
  const script = document.currentScript;
  if (script && 'src' in script && !window.vitrina?.loaded) whenReady(install(readTag(script))[0]);
})();
