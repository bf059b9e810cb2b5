import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import { useLoad } from '../load/use-load.ts';
import { Chosen } from '../recommendations/line.tsx';
import type { Known } from '../segments/load-segments.ts';
import type { Content } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { OfferFields } from './offer-fields.tsx';

type Coupon = Extract<Content, { widget: 'coupon' }>;
type Tier = NonNullable<Coupon['tiers']>[number];

interface Props {
  coupon: Coupon;
  segments: Known;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (coupon: Coupon) => void;
}

const mostTiers = 5;

/** What everyone is offered, and what people of some segments are offered in its place. */
export function CouponFields({ coupon, segments, language, errorAt, onChange }: Props) {
  const t = messages.value.tiers;
  const known = useLoad(async () => (await parseResponse(client.coupons.$get())).lists, []);
  const lists = (known.value ?? []).map(({ list }) => list);
  const { tiers = [], ...offer } = coupon;
  const keep = (next: readonly Tier[]) => onChange(next.length === 0 ? offer : { ...offer, tiers: [...next] });
  const left = segments.segments.filter(({ id }) => !tiers.some(({ segment }) => segment === id));
  const [free] = left;
  return (
    <>
      <OfferFields
        offer={coupon}
        {...{ lists, language, errorAt }}
        onChange={(part) => onChange({ ...coupon, ...part })}
      />
      {tiers.map((tier, at) => {
        const of = `tiers.${at}`;
        const change = (part: Partial<Tier>) => keep(tiers.with(at, { ...tier, ...part }));
        const name = segments.segments.find(({ id }) => id === tier.segment)?.name ?? tier.segment;
        return (
          <fieldset key={at} class="campaign-variant stack">
            <legend>{t.tier(name)}</legend>
            <Chosen
              label={t.segment}
              value={tier.segment}
              options={[{ id: tier.segment, name }, ...left].map(({ id, name }) => ({ value: id, label: name }))}
              error={errorAt(`${of}.segment`)}
              onChoose={(segment) => change({ segment })}
            />
            <OfferFields
              offer={tier}
              {...{ lists, language }}
              errorAt={(field) => errorAt(`${of}.${field}`)}
              onChange={change}
            />
            <div class="row">
              <Button onPress={() => keep(tiers.toSpliced(at, 1))}>
                {t.remove}
                <span class="unseen">: {name}</span>
              </Button>
            </div>
          </fieldset>
        );
      })}
      {tiers.length > 0 && <p class="soft small">{t.order}</p>}
      {free && tiers.length < mostTiers && (
        <div class="row">
          <Button
            onPress={() =>
              keep([...tiers, { segment: free.id, title: {}, text: {}, code: { kind: 'shared', code: '' } }])
            }
          >
            {t.add}
          </Button>
        </div>
      )}
    </>
  );
}
