import { Search } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { messages } from '../language/current.ts';

/** Searches while one types; Enter makes a step that the back button undoes. */
export function SearchBox({ q }: { q: string }) {
  const t = messages.value.visitors;
  const { route } = useLocation();
  const [text, setText] = useState(q);
  const address = (words: string) => (words ? `/admin/visitors?q=${encodeURIComponent(words)}` : '/admin/visitors');
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => {
      // The list is still here while the page that a click has led to is on its way.
      if (location.pathname === '/admin/visitors') route(address(text.trim()), true);
    }, 250);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search>
      <form
        class="visitors-search"
        onSubmit={(event) => {
          event.preventDefault();
          route(address(text.trim()));
        }}
      >
        <Search size={18} aria-hidden="true" />
        <input
          class="input"
          type="search"
          name="q"
          aria-label={t.search}
          placeholder={t.searchHint}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
