import { signal } from '@preact/signals';

let timer: ReturnType<typeof setInterval> | undefined;

/** The present, ms since 1970; ticks each second while something on the screen reads it. */
export const now = signal(Date.now(), {
  watched() {
    this.value = Date.now();
    timer = setInterval(() => {
      this.value = Date.now();
    }, 1000);
  },
  unwatched() {
    clearInterval(timer);
  },
});
