/** What a merchant's HTML may say of whoever looks. What consent does not allow to be known is empty, or 0. */
export interface Facts {
  visitor: {
    /** They have been here before, or have signed in, and it may be used. */
    known: boolean;
    name: string;
    visits: number;
    /** Liked categories and brands, the strongest first. */
    likes: string[];
    brands: string[];
    /** Names of what they looked at lately. */
    viewed: string[];
  };
  cart: { count: number; items: string[] };
  /** Of the product that the page shows. */
  product: { name: string; price: string; category: string; brand: string };
  shop: { name: string };
}

/** Of each list. */
export const longestList = 5;

export const nothingKnown: Facts = {
  visitor: { known: false, name: '', visits: 0, likes: [], brands: [], viewed: [] },
  cart: { count: 0, items: [] },
  product: { name: '', price: '', category: '', brand: '' },
  shop: { name: '' },
};

/** Somebody of whom everything is known: for whoever writes. */
export const example: Facts = {
  visitor: {
    known: true,
    name: 'Anna <Maria> & Co',
    visits: 7,
    likes: ['Mugs', 'Candles', 'Garden', 'Cards', 'Toys'],
    brands: ['Nord', 'Lark', 'Ember', 'Pine', 'Dune'],
    viewed: ['Red mug', 'Blue vase', 'Oak tray', 'Tea light', 'Wool scarf'],
  },
  cart: { count: 5, items: ['Red mug', 'Blue vase', 'Oak tray', 'Tea light', 'Wool scarf'] },
  product: { name: 'Red mug', price: '£2.55', category: 'Mugs', brand: 'Nord' },
  shop: { name: 'Gift shop' },
};
