import './navigation.css';
import {
  Activity,
  ChartNoAxesCombined,
  Filter,
  GalleryHorizontal,
  HandCoins,
  KeyRound,
  Megaphone,
  MessageCircleQuestionMark,
  Package,
  Plug,
  RefreshCw,
  SlidersHorizontal,
  Stethoscope,
  Users,
} from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { firstMessages } from '../language/current.ts';

/** The panel's rooms: an address, a picture, and the letter that leads there after G. */
export const rooms = [
  { id: 'live', href: '/admin', letter: 'l', Icon: Activity },
  { id: 'loop', href: '/admin/loop', letter: 'o', Icon: RefreshCw },
  { id: 'visitors', href: '/admin/visitors', letter: 'v', Icon: Users },
  { id: 'customers', href: '/admin/customers', letter: 'u', Icon: HandCoins },
  { id: 'profit', href: '/admin/profit', letter: 'p', Icon: ChartNoAxesCombined },
  { id: 'segments', href: '/admin/segments', letter: 's', Icon: Filter },
  { id: 'campaigns', href: '/admin/campaigns', letter: 'a', Icon: Megaphone },
  { id: 'recommendations', href: '/admin/recommendations', letter: 'r', Icon: GalleryHorizontal },
  { id: 'questions', href: '/admin/questions', letter: 'q', Icon: MessageCircleQuestionMark },
  { id: 'catalog', href: '/admin/catalog', letter: 'c', Icon: Package },
  { id: 'data', href: '/admin/data', letter: 'd', Icon: Stethoscope },
  { id: 'install', href: '/admin/install', letter: 'i', Icon: Plug },
  { id: 'keys', href: '/admin/keys', letter: 'k', Icon: KeyRound },
  { id: 'settings', href: '/admin/settings', letter: 't', Icon: SlidersHorizontal },
] as const;

export function Navigation() {
  const t = firstMessages.value.rooms;
  const { path } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // On a phone the rooms stand in a row that is wider than the screen.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (here && list.current)
      list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.clientWidth) / 2;
  }, [path]);
  return (
    <nav class="navigation" aria-label={firstMessages.value.shell.navigation}>
      <ul ref={list}>
        {rooms.map(({ id, href, Icon }) => (
          <li key={id}>
            <a href={href} aria-current={standing(path, href)}>
              <Icon size={20} aria-hidden="true" />
              <span>{t[id]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function standing(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/admin' && path.startsWith(`${href}/`) ? 'true' : undefined;
}
