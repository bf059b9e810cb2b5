import type { Campaign } from '../../server/campaigns/campaign.ts';
import { type Definition, heightRules } from '../../widgets/define.ts';
import { html } from '../../widgets/html/definition.ts';
import { loan } from '../../widgets/loan/definition.ts';
import { message } from '../../widgets/message/definition.ts';
import { orderStatus } from '../../widgets/order-status/definition.ts';
import { shelf } from '../../widgets/shelf/definition.ts';
import { survey } from '../../widgets/survey/definition.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { now } from '../components/now.ts';
import { slotName } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Change, Draft } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { inPlace } from './in-place.ts';
import type { Campaigns } from './load-campaigns.ts';
import { spotWords } from './place-words.ts';
import { TriggerPart } from './trigger-part.tsx';
import { TypedChoice } from './typed-choice.tsx';

interface Props {
  draft: Draft;
  known: Campaigns;
  errorAt: ErrorAt;
  onChange: Change;
}

const kinds = ['bar', 'slide-in', 'popup', 'survey', 'slot'] as const satisfies readonly Campaign['place']['kind'][];

/** What has no room for a question. */
const isSmall = (kind: string) => kind === 'bar' || kind === 'slide-in';

/** Where it stands: in a place that the shop's pages have, or over a page when something happens. */
export function PlacePart({ draft, known, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const { place } = draft;
  const [firstSlot = ''] = slotsOf(known);
  const asks = draft.variants.some(({ content }) => content.widget === 'survey');
  const isHtml = draft.variants.some(({ content }) => content.widget === 'html');
  const offered = kinds.filter(
    (kind) => kind === place.kind || ((asks ? !isSmall(kind) : kind !== 'survey') && !(isHtml && kind === 'bar')),
  );
  return (
    <Card title={t.place}>
      <div class="stack">
        <Choice
          label={t.place}
          options={offered.map((value) => ({ value, label: t.kinds[value] }))}
          value={place.kind}
          onChoose={(kind) => onChange(inPlace(kind, draft, firstSlot))}
        />
        <p class="soft small">{t.kindMeanings[place.kind]}</p>
        {place.kind === 'slot' && place.at ? (
          <>
            <p>{spotWords(place.at)}</p>
            <p class="soft small">{messages.value.onShop.spotMeaning}</p>
            <div class="row">
              <Button onPress={() => onChange({ place: { kind: 'slot', slot: firstSlot } })}>
                {messages.value.onShop.another}
              </Button>
            </div>
          </>
        ) : place.kind === 'slot' ? (
          <SlotPart place={place} draft={draft} known={known} errorAt={errorAt} onChange={onChange} />
        ) : (
          <TriggerPart
            trigger={place.trigger}
            errorAt={errorAt}
            onChange={(trigger) => onChange({ place: { ...place, trigger } })}
          />
        )}
      </div>
    </Card>
  );
}

interface SlotProps extends Props {
  place: Extract<Campaign['place'], { kind: 'slot' }>;
}

function SlotPart({ place, draft, known, errorAt, onChange }: SlotProps) {
  const t = messages.value.campaigns;
  const asked = known.asked[place.slot];
  return (
    <>
      <TypedChoice
        label={t.slot}
        value={place.slot}
        options={slotsOf(known).map((slot) => ({ value: slot, label: slotName(slot) }))}
        other={t.slotOther}
        typed={{ label: t.slotName, hint: t.slotNameHint }}
        error={errorAt('place.slot')}
        onChange={(slot) => onChange({ place: { kind: 'slot', slot } })}
      />
      <p class="soft small">{asked ? t.slotAsked(formats.value.ago(asked, now.value)) : t.slotSilent}</p>
      {place.slot !== '' && (
        <Disclosure summary={t.inPages}>
          <div class="stack">
            <CopyField label="HTML" text={`<div data-vitrina="${place.slot}"></div>`} />
            <CopyField label="CSS" text={rulesFor(place.slot, draft)} />
          </div>
        </Disclosure>
      )}
    </>
  );
}

/** Room for the highest thing that may stand there, so that nothing moves. */
function rulesFor(slot: string, { variants }: Draft): string {
  const rooms = variants.map(({ content }): Definition => {
    if (content.widget === 'html') return { ...html, height: content.height, narrowHeight: content.narrowHeight };
    if (content.widget === 'loan') return loan;
    if (content.widget === 'order-status') return orderStatus;
    return content.widget === 'shelf' ? shelf : content.widget === 'survey' ? survey : message;
  });
  const height = Math.max(...rooms.map((room) => room.height));
  const narrowHeight = Math.max(...rooms.map((room) => room.narrowHeight ?? room.height));
  return heightRules(
    { id: slot, fields: {}, height, ...(narrowHeight !== height && { narrowHeight }) },
    (height) => `[data-vitrina="${slot}"] { display: flow-root; min-height: ${height}px }\n`,
  ).trim();
}

/** What pages have asked for lately first, then what campaigns use, then what pages usually have. */
function slotsOf({ asked, campaigns, slots }: Campaigns): string[] {
  const lately = Object.entries(asked).sort(([, a], [, b]) => b - a);
  const used = campaigns.flatMap(({ place }) => (place.kind === 'slot' && !place.at ? [place.slot] : []));
  return [...new Set([...lately.map(([slot]) => slot), ...used, ...slots])];
}
