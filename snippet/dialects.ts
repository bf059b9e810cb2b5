import { watchCartCalls } from './cart-calls.ts';
import { overhear } from './overhear.ts';
import { readProductPage } from './product-page.ts';
import { quietly } from './quietly.ts';
import { say } from './say.ts';

/**
 * What the shop tells others already, told to the collector too. Loads after the page is idle, and only where something
 * here is spoken: what was pushed before is still there.
 */
const heard = new Set<unknown>();

/** ms after which libraries that put an object in place of their queue have done so. */
const LOOKS = [0, 2_000, 9_000];

let ecommerce: unknown;
const gathered: unknown[] = [];

/** Global -> methods, and who hears them as one call a list. */
function listen(names: string[], methods: string[], hear: (call: any) => void) {
  for (const name of names) {
    const owner = Reflect.get(window, name);
    if (!owner || heard.has(owner)) continue;
    heard.add(owner);
    const each = (calls: unknown[]) => calls.forEach(quietly(hear));
    if (Array.isArray(owner)) each([...owner]);
    for (const method of methods) overhear(owner, method, (args) => each(method === 'push' ? args : [[method, ...args]]));
  }
}
