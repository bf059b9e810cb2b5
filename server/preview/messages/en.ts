import type { PreviewWords } from '../../../snippet/preview-protocol.ts';
import type { OverlayKind } from '../../campaigns/campaign.ts';
import type { Fate } from '../../campaigns/kept-counts.ts';

/** What the editor on the shop's own pages says, in English: the shape of the other catalogues. */
export const en: PreviewMessages = {
  words: {
    title: 'Preview by Vitrina',
    draft: 'Only you see this draft. Your visit is not counted.',
    as: 'Seen as',
    nobody: 'Somebody who allows nothing',
    new: 'A new visitor',
    cart: 'Somebody with a product in the basket',
    regular: 'A customer who comes again',
    segments: 'Somebody of a segment',
    isNobody: 'Nobody is in this segment whom the shop may know. You see the page as a new visitor does.',
    device: 'On',
    phone: 'a phone',
    desktop: 'a computer',
    narrow: 'Open as wide as a phone',
    shows: 'Shows',
    wouldBe: 'What would be seen',
    variant: 'Variant {id}',
    without: 'Without the campaign',
    redraw: 'Show it again',
    here: 'Campaigns on this page',
    fold: 'Fold',
    unfold: 'Unfold',
    dock: 'To the other edge',
    end: 'End the preview',
    over: 'This link is over. Open the campaign in the panel, and press “Open on the shop” once more.',
    failed: 'The preview cannot be had at the moment.',
    pick: 'Pick a place',
    picking:
      'Point at what it should stand beside, and click; or go by the arrow keys, and press Enter. Escape ends it.',
    selected: 'Picked: {selector}',
    position: 'Where',
    before: 'before it',
    after: 'after it',
    prepend: 'in it, at the beginning',
    append: 'in it, at the end',
    several: 'There are several such elements on this page: {count}. It stands at the first.',
    generated:
      'The page gives it no name that would stay: it is found by the order on the page alone, and may be something else after the next change of the shop.',
    pages: 'On which pages',
    asIs: 'as the campaign says',
    onlyHere: 'this page alone: {path}',
    alike: 'pages like it: {path}',
    noSpot: 'This page does not have what the campaign is to stand beside.',
    firstScreen:
      'This is in sight as the page opens. What comes later must not move what is seen, so it will not be shown here at first: pick a place further down, or put one into the page that keeps its height free.',
    take: 'Take this place',
    cancel: 'Leave it',
    taken: 'The draft stands here now. Save the campaign in the panel, and visitors see it here.',
    changed: 'Another window has changed this draft meanwhile. Here is what holds now.',
  },
  kinds: { popup: 'Window', 'slide-in': 'In the corner', bar: 'Line across the page', survey: 'Survey' },
  noPlace: 'this page has no such place',
  fates: {
    shown: 'is seen',
    rung: 'they do not allow enough',
    'not-yet': 'not begun yet',
    over: 'over already',
    'not-today': 'not on this day',
    'not-now': 'not at this hour',
    'other-page': 'not for this page',
    'other-product': 'not for this product',
    trouble: 'they have trouble with the shop',
    'goal-reached': 'the goal is reached',
    'cap-ever': 'seen often enough',
    'too-soon': 'seen a short while ago',
    'cap-day': 'seen often enough today',
    'cap-session': 'seen often enough in this visit',
    'dismissed-lately': 'they closed something lately',
    'no-attention-left': 'their attention for today is spent',
    'asked-lately': 'they were asked lately, or said “not now”',
    'not-for-them': 'they are not who it is for',
    'no-codes': 'no codes left',
    'held-out': 'they see no campaign at all',
    'goes-without': 'they go without it, to compare',
    outranked: 'another campaign stands there',
  },
};

export interface PreviewMessages {
  words: PreviewWords;
  kinds: Record<OverlayKind, string>;
  /** Of a campaign whose place the page has not. */
  noPlace: string;
  fates: Record<Fate, string>;
}
