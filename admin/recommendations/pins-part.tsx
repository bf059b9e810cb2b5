import { Plus } from 'lucide-preact';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import type { Change, Draft } from './draft.ts';
import { NumberLine } from './line.tsx';
import { WordLine } from './word-line.tsx';

/** Products that stand in a place of theirs. */
export function PinsPart({ draft: { pins, limit }, onChange }: { draft: Draft; onChange: Change }) {
  const t = messages.value.recipes;
  const put = (place: number, part: Partial<Draft['pins'][number]>) =>
    onChange({ pins: pins.map((pin, at) => (at === place ? { ...pin, ...part } : pin)) });
  const free = Array.from({ length: limit }, (_, at) => at + 1).find(
    (place) => !pins.some((pin) => pin.place === place),
  );
  return (
    <fieldset class="stack">
      <legend>{t.pins}</legend>
      <p class="soft small">{t.pinsMeaning}</p>
      {pins.map(({ product, place }, at) => (
        // They have no identity but their place in the list: product and place are being typed.
        <div key={at} class="recipe-line">
          <WordLine
            label={t.product}
            kind="products"
            value={product}
            onInput={(value) => put(at, { product: value })}
          />
          <NumberLine
            label={t.pinPlace}
            value={place}
            min={1}
            max={limit}
            empty={1}
            onInput={(next) => put(at, { place: next })}
          />
          <Button look="quiet" onPress={() => onChange({ pins: pins.toSpliced(at, 1) })}>
            {t.remove}
            <span class="unseen">: {product}</span>
          </Button>
        </div>
      ))}
      {free !== undefined && (
        <div class="row">
          <Button onPress={() => onChange({ pins: [...pins, { product: '', place: free }] })}>
            <Plus size={16} aria-hidden="true" />
            {t.addPin}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
