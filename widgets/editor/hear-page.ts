import type { Params } from '../../snippet/protocol.ts';
import type {} from '../../snippet/window.ts';

/** Hears what the page says to the snippet, which goes no further: that it has changed, and which product it shows. */
export function hearPage(onProduct: (id: string | number) => void, onChange: () => void) {
  const hear = (name: string, given?: unknown) => {
    const { items }: Params = Object(given);
    const product = name === 'view_item' && items?.[0]?.item_id;
    if (product) onProduct(product);
    if (name === 'slots') onChange();
  };
  const gathered = window.vitrina?.q ?? [];
  window.vitrina = Object.assign(hear, { loaded: true } as const);
  for (const [name, given] of gathered) hear(name, given);
  let path = location.pathname;
  const look = () =>
    setTimeout(() => {
      if (path !== location.pathname) onChange();
      path = location.pathname;
    });
  if ('navigation' in window) navigation.addEventListener('currententrychange', look);
  else addEventListener('popstate', look);
}
