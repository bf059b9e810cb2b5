import { Recipe } from './recipe.ts';

/** A recipe as it is written, with what its parts say of each other. Its version is given as it is kept. */
export const Draft = Recipe.omit({ version: true }).superRefine(({ limit, minimum, pins, price, shuffle }, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (minimum > limit) refuse(['minimum'], 'more than the shelf has places');
  if (shuffle > limit) refuse(['shuffle'], 'more than the shelf has places');
  for (const [number, { place }] of pins.entries())
    if (place > limit) refuse(['pins', number, 'place'], 'the shelf has no such place');
  if (price && price.least === null && price.most === null) refuse(['price'], 'says neither at least nor at most');
  if (price && price.least !== null && price.most !== null && price.least > price.most)
    refuse(['price', 'most'], 'less than the least');
});
