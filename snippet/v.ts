import { install } from './install.ts';
import { quietly } from './quietly.ts';
import { createSlots } from './slots.ts';
import { readTag } from './tag.ts';

quietly(() => {
  const script = document.currentScript;
  if (script && 'src' in script && !window.vitrina?.loaded) install(readTag(script), createSlots);
})();
