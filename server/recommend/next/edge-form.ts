import type { LinearWeights } from './local-linear.ts';
import type { Recommender } from './recommender.ts';
import { addScore, bestOf, clearScores, emptyScores } from './scores.ts';

/**
 * The linear model in few bytes, for an isolate with little memory: for each item its strongest targets, with weights in 256
 * steps of its own greatest. A row is read from the bytes as they are, so a file of them is loaded whole at once, or by item
 * with a range request.
 *
 * Little endian: itemCount and room as uint32; then a row an item: size as uint32, greatest weight as float32, `room` targets
 * as uint32, `room` weights as uint8. `room` is a multiple of 4, so that every row is aligned.
 */
export type EdgeForm = ArrayBuffer;

const headerBytes = 8;

export function edgeFormOf({ room, targets, weights, sizes }: LinearWeights, kept = 32): EdgeForm {
  const itemCount = sizes.length;
  const form = new ArrayBuffer(headerBytes + itemCount * edgeRowBytes(kept));
  const view = new DataView(form);
  view.setUint32(0, itemCount, true);
  view.setUint32(4, kept, true);
  for (let item = 0; item < itemCount; item++) {
    const places = Array.from({ length: sizes[item] ?? 0 }, (_, place) => item * room + place)
      .filter((place) => (weights[place] ?? 0) > 0)
      .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
      .slice(0, kept);
    const most = weights[places[0] ?? 0] ?? 0;
    const at = edgeRowAt(item, kept);
    view.setUint32(at, places.length, true);
    view.setFloat32(at + 4, places.length > 0 ? most : 0, true);
    for (const [slot, place] of places.entries()) {
      view.setUint32(at + 8 + 4 * slot, targets[place] ?? 0, true);
      view.setUint8(at + 8 + 4 * kept + slot, Math.round((255 * (weights[place] ?? 0)) / most));
    }
  }
  return form;
}

/** Where an item's row begins, in bytes. */
function edgeRowAt(item: number, room: number): number {
  return headerBytes + item * edgeRowBytes(room);
}

function edgeRowBytes(room: number): number {
  return 8 + 5 * room;
}

/** Asks the edge form: an item that is `back` steps from the end counts `exp(-back / places)`. */
export function askEdgeForm(form: EdgeForm, places = 4, window = 10): Recommender {
  const header = new DataView(form);
  const itemCount = header.getUint32(0, true);
  const room = header.getUint32(4, true);
  const scores = emptyScores(itemCount);
  const words = new Uint32Array(form);
  const floats = new Float32Array(form);
  const bytes = new Uint8Array(form);
  return {
    rank: (prefix, length, _time, out) => {
      clearScores(scores);
      for (let back = 0; back < Math.min(window, length); back++) {
        const item = prefix[length - 1 - back] ?? -1;
        if (item < 0 || item >= itemCount) continue;
        const at = edgeRowAt(item, room);
        const step = (Math.exp(-back / places) * (floats[(at + 4) >> 2] ?? 0)) / 255;
        for (let slot = 0; slot < (words[at >> 2] ?? 0); slot++)
          addScore(scores, words[(at >> 2) + 2 + slot] ?? 0, step * (bytes[at + 8 + 4 * room + slot] ?? 0));
      }
      return bestOf(scores, out);
    },
    bytes: () => form.byteLength,
  };
}
