import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { Chosen, NumberLine } from '../recommendations/line.tsx';
import type { ErrorAt } from './field-errors.ts';

type Trigger = Exclude<Campaign['place'], { kind: 'slot' }>['trigger'];

interface Props {
  trigger: Trigger;
  errorAt: ErrorAt;
  onChange: (trigger: Trigger) => void;
}

const usual: { [On in Trigger['on']]: Extract<Trigger, { on: On }> } = {
  delay: { on: 'delay', seconds: 5 },
  scroll: { on: 'scroll', percent: 50 },
  load: { on: 'load' },
  idle: { on: 'idle', seconds: 20 },
  exit: { on: 'exit' },
  event: { on: 'event', name: '' },
};

/** When something over a page comes. */
export function TriggerPart({ trigger, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  return (
    <div class="recipe-line">
      <Chosen
        label={t.when.title}
        value={trigger.on}
        options={(Object.keys(usual) as Trigger['on'][]).map((value) => ({ value, label: t.triggers[value] }))}
        onChoose={(on) => onChange(usual[on])}
      />
      {'seconds' in trigger && (
        <NumberLine
          label={t.seconds}
          value={trigger.seconds}
          min={trigger.on === 'idle' ? 5 : 1}
          max={600}
          empty={5}
          error={errorAt('place.trigger.seconds')}
          onInput={(seconds) => onChange({ ...trigger, seconds })}
        />
      )}
      {trigger.on === 'scroll' && (
        <NumberLine
          label={t.percentScrolled}
          value={trigger.percent}
          min={1}
          max={100}
          empty={50}
          error={errorAt('place.trigger.percent')}
          onInput={(percent) => onChange({ on: 'scroll', percent })}
        />
      )}
      {trigger.on === 'event' && (
        <Field
          label={t.eventName}
          hint={t.eventHint}
          value={trigger.name}
          error={errorAt('place.trigger.name') && t.wrong.event}
          onInput={(name) => onChange({ on: 'event', name })}
          autocomplete="off"
          optional
        />
      )}
    </div>
  );
}
