/** A key made of English, Romanian or other Latin words: "Do you have a dog?" is `do_you_have_a_dog`. Empty where no letter is left. */
export function keyOf(words: string): string {
  const plain = words.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, 40)
    .replace(/_$/, '');
}
