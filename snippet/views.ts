import { quietly } from './quietly.ts';

/**
 * Watches for views that come without a page load: a new address by the History API, a page that comes back from the
 * back-forward cache. What it returns looks at once, for an event that was made right after the address has changed.
 */
export function watchViews(onView: (referrer?: string) => void) {
  let seen = address();

  function settle() {
    const referrer = seen;
    seen = address();
    if (referrer !== seen) onView(referrer);
  }

  // Routers call pushState and then replaceState for one step (vuejs/router#1416), and set the title after both.
  const onChange = () => {
    setTimeout(quietly(settle));
  };
  if ('navigation' in window) navigation.addEventListener('currententrychange', onChange);
  else watchHistory(onChange);

  // The source of a restored page has been told with its first view.
  addEventListener(
    'pageshow',
    quietly((event: PageTransitionEvent) => event.persisted && onView()),
  );

  return settle;
}

/** Without the fragment, as a jump inside a page is not a view, and without the word of a handover, which goes. */
const address = () => location.href.split(/[?&]_vh=|#/)[0];

/** Safari before 26.2 and Firefox before 147 have no Navigation API. */
function watchHistory(onChange: () => void) {
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      onChange();
    };
  }
  addEventListener('popstate', onChange);
}
