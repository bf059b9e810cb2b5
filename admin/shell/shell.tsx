import './shell.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { firstMessages } from '../language/current.ts';
import type { SignedIn } from '../session/session.ts';
import { Brand } from './brand.tsx';
import { Navigation } from './navigation.tsx';
import { ShopName } from './shop-name.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { StaffMenu } from './staff-menu.tsx';

interface Props {
  staff: SignedIn['staff'];
  children: ComponentChildren;
}

/** What stands around every page: a column at the side, or a bar at the bottom of a phone. */
export function Shell({ staff, children }: Props) {
  const shortcuts = useRef<HTMLDialogElement>(null);
  const showShortcuts = () => {
    if (!shortcuts.current?.open) shortcuts.current?.showModal();
  };
  return (
    <div class="shell">
      <a class="skip unseen" href="#page">
        {firstMessages.value.shell.skip}
      </a>
      <header class="shell-side">
        <Brand />
        <ShopName />
        <Navigation />
        <StaffMenu staff={staff} onShortcuts={showShortcuts} />
      </header>
      <main id="page" class="shell-page" tabIndex={-1}>
        {children}
      </main>
      <Shortcuts dialog={shortcuts} onAsk={showShortcuts} />
    </div>
  );
}
