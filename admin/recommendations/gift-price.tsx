import type { Occasions } from '../../server/occasions/occasions.ts';
import { Choice } from '../components/choice.tsx';
import { messages } from '../language/current.ts';
import { minorUnitsIn } from '../segments/wording.ts';
import { formats, shop } from '../session/session.ts';
import { NumberLine } from './line.tsx';
import { occasionName } from './occasion-name.ts';
import type { Chosen } from './occasions-card.tsx';

type Price = Occasions['price'];

interface Props {
  price: Price;
  known: Pick<Chosen, 'coming' | 'learnt'>;
  onChange: (price: Price) => void;
}

/** Between which prices the gift lists stay, and what people have spent before the next occasion. */
export function GiftPrice({ price, known, onChange }: Props) {
  const t = messages.value.occasions;
  const currency = price.how === 'set' ? price.currency : (shop.value?.currency ?? 'EUR');
  const choose = (how: Price['how']) => {
    if (how !== 'set') return onChange({ how });
    const { least, most } = known.learnt?.currency === currency ? known.learnt : { least: 0, most: 0 };
    onChange({ how, least, most, currency });
  };
  return (
    <div class="stack">
      <Choice
        label={t.price}
        options={(['learnt', 'set', 'any'] as const).map((value) => ({ value, label: t.prices[value] }))}
        value={price.how}
        onChoose={choose}
      />
      <p class="soft small recipe-words">{price.how === 'any' ? t.anyPrice : learntWords(known)}</p>
      {price.how === 'set' && <Bounds price={price} onChange={onChange} />}
    </div>
  );
}

function Bounds({ price, onChange }: { price: Extract<Price, { how: 'set' }>; onChange: (price: Price) => void }) {
  const t = messages.value.occasions;
  const scale = minorUnitsIn(price.currency);
  const field = (which: 'least' | 'most') => (
    <NumberLine
      label={t[which](price.currency)}
      value={price[which] / scale}
      min={0}
      max={1e9}
      step={1 / scale}
      empty={0}
      onInput={(value) => onChange({ ...price, [which]: Math.round(value * scale) })}
    />
  );
  return (
    <div class="recipe-line">
      {field('least')}
      {field('most')}
    </div>
  );
}

function learntWords({ coming: [next], learnt }: Props['known']): string {
  const t = messages.value.occasions;
  if (!next || !learnt) return t.nothingLearnt;
  const { money } = formats.value;
  const [least, most] = [learnt.least, learnt.most].map((amount) => money({ amount, currency: learnt.currency }));
  return t.learnt(occasionName(next.occasion), least ?? '', most ?? '');
}
