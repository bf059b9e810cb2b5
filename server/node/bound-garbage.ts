import { setFlagsFromString } from 'node:v8';

/**
 * Left alone, V8 lets garbage grow to several times of what is in use before it collects all of it, and more the longer a server
 * runs. As much again as is in use costs no more time.
 */
export function boundGarbage(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
