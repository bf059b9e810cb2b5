/** What the address has in its fragment, and the tab's name after it: by it the snippet knows that nothing is to be told. */
const MARK = '#_vp=';
const KEY = 'vitrina-preview';

/**
 * The token of the link by which this tab was opened. It leaves the address at once, and was never sent to the shop's server; the
 * tab keeps it for the pages that come, and no other tab has it.
 */
export function takeToken(): string {
  const { hash, pathname, search } = location;
  const [, given] = hash.split(MARK);
  if (given) {
    history.replaceState(history.state, '', pathname + search);
    window.name = MARK;
    storage(() => sessionStorage.setItem(KEY, given));
  }
  return given ?? storage(() => sessionStorage.getItem(KEY)) ?? '';
}

/** The tab is a visitor's from the next page on. */
export function dropToken() {
  window.name = '';
  storage(() => sessionStorage.removeItem(KEY));
}

/** The same page in a window as wide as a phone, which takes the token along. */
export function openNarrow() {
  open(location.href, `${MARK}phone`, 'popup,width=390,height=780');
}

/** Touching the storage throws where it is blocked: then the link is good for one page. */
function storage<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
