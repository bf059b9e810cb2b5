import { buildIfStale } from '../build.mjs';

/** The tests enter by the front door: they run what was built, once for all of them. */
export default async function setup(): Promise<void> {
  await buildIfStale();
}
