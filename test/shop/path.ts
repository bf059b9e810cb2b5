/** Where the shop's pages begin. */
export const SHOP = '/shop';

export const productPath = (id: string) => `${SHOP}/p/${encodeURIComponent(id)}`;
export const picturePath = (id: string) => `${SHOP}/images/${encodeURIComponent(id)}.svg`;
