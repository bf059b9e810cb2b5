/** The token of a one-time link, from the link as it was printed, the hash of an address, or the token alone. */
export function tokenOf(link: string): string | null {
  const text = link.trim();
  const named = /[#?&]link=([^&\s]+)/.exec(text)?.[1];
  const token = named ?? (/^[\w.~-]+$/.test(text) ? text : null);
  return token === null ? null : decoded(token);
}

/** Takes the token out of the address bar, so that it stays in no history. */
export function forgetLink(): void {
  history.replaceState(null, '', location.pathname + location.search);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
