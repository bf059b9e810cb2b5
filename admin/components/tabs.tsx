import './tabs.css';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

interface Props {
  label: string;
  tabs: readonly { id: string; label: string; panel: () => ComponentChildren }[];
}

/** Views of one thing; arrows, Home and End move between them. */
export function Tabs({ label, tabs }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(tabs[0]?.id);

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === open);
    const places: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const next = place % tabs.length;
    setOpen(tabs[next]?.id);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === open ? 0 : -1}
            onClick={() => setOpen(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {tabs.find((tab) => tab.id === open)?.panel()}
      </div>
    </div>
  );
}
