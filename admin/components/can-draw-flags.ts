let known: boolean | undefined;

/** Whether this system's fonts have flags: Windows and bare Linux draw letters or boxes, which have no colour. */
export function canDrawFlags(): boolean {
  known ??= look();
  return known;
}

function look(): boolean {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.font = '16px sans-serif';
  context.fillText('\u{1F1FA}\u{1F1E6}', 0, 16);
  const pixels = context.getImageData(0, 0, 24, 24).data;
  return pixels.some((value, place) => place % 4 < 3 && value !== pixels[place - (place % 4)]);
}
