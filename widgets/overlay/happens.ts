import type { Trigger } from '../../snippet/protocol.ts';
import type {} from '../../snippet/window.ts';

/** Resolves when what an overlay waits for has happened; never after it was given up. */
export function happens(trigger: Trigger, giveUp: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const on = (target: EventTarget, names: string, heard: (event: Event) => void) => {
      for (const name of names.split(' ')) target.addEventListener(name, heard, { passive: true, signal: giveUp });
    };
    const after = (seconds: number) => {
      const timer = setTimeout(resolve, seconds * 1_000);
      giveUp.addEventListener('abort', () => clearTimeout(timer));
      return timer;
    };
    if (trigger.on === 'delay') after(trigger.seconds);
    else if (trigger.on === 'idle') {
      let timer = after(trigger.seconds);
      on(document, 'pointermove pointerdown keydown scroll', () => {
        clearTimeout(timer);
        timer = after(trigger.seconds);
      });
    } else if (trigger.on === 'exit')
      // Towards the tabs and the address; a finger leaves no page that way.
      on(document.documentElement, 'mouseleave', (event) => {
        if (event instanceof MouseEvent && event.clientY <= 0) resolve();
      });
    else if (trigger.on === 'scroll') {
      const look = () => {
        const { scrollHeight, scrollTop } = document.documentElement;
        if ((scrollTop + innerHeight) * 100 >= trigger.percent * scrollHeight) resolve();
      };
      on(document, 'scroll', () => requestAnimationFrame(look));
      requestAnimationFrame(look);
    } else if (trigger.on === 'event') {
      const { vitrina } = window;
      if (!vitrina) return;
      const hearing: typeof vitrina = Object.assign((...said: Parameters<typeof vitrina>) => {
        vitrina(...said);
        if (said[0] === trigger.name) resolve();
      }, vitrina);
      window.vitrina = hearing;
      giveUp.addEventListener('abort', () => {
        if (window.vitrina === hearing) window.vitrina = vitrina;
      });
    }
    // When the page has become quiet. Safari knows no idle time.
    else (window.requestIdleCallback ?? setTimeout)(() => resolve());
  });
}
