import { install } from './install.ts';
import { quietly } from './quietly.ts';
import { readTag } from './tag.ts';

quietly(() => {
  const script = document.currentScript;
  if (script && 'src' in script && !window.vitrina?.loaded) install(readTag(script));
})();
