import './event-icon.css';
import {
  CircleDot,
  CreditCard,
  Eye,
  FileText,
  Group,
  Heart,
  List,
  LogIn,
  LogOut,
  MessageCircleQuestionMark,
  MousePointerClick,
  PackageCheck,
  PanelsTopLeft,
  Pencil,
  Search,
  ShieldCheck,
  ShoppingBag,
  ShoppingCart,
  Sparkles,
  Undo2,
  Ungroup,
} from 'lucide-preact';

const icons: Record<string, typeof Eye> = {
  page_view: FileText,
  view_item_list: List,
  select_item: MousePointerClick,
  view_item: Eye,
  search: Search,
  add_to_wishlist: Heart,
  remove_from_wishlist: Undo2,
  add_to_cart: ShoppingCart,
  remove_from_cart: Undo2,
  view_cart: ShoppingBag,
  begin_checkout: CreditCard,
  purchase: PackageCheck,
  refund: Undo2,
  login: LogIn,
  logout: LogOut,
  consent: ShieldCheck,
  edited: Pencil,
  answer: MessageCircleQuestionMark,
  decision: Sparkles,
  segment_enter: Group,
  segment_leave: Ungroup,
  slot_view: PanelsTopLeft,
  slot_click: MousePointerClick,
};

/** What Vitrina noted itself. */
const ours = new Set(['decision', 'segment_enter', 'segment_leave']);

/** Orders stand out; the words beside it say the same. */
export function EventIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? CircleDot;
  const tone = name === 'purchase' ? 'order' : ours.has(name) ? 'ours' : 'plain';
  return (
    <span class={`event-icon event-icon-${tone}`} aria-hidden="true">
      <Icon size={16} />
    </span>
  );
}
