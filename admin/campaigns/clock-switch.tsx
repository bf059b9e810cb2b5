import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';
import type { Content } from './draft.ts';

type Ticking = Extract<Content, { widget: 'message' | 'coupon' }>;

interface Props {
  content: Ticking;
  /** Whether the campaign ends at all. */
  hasEnd: boolean;
  onChange: (content: Content) => void;
}

/** Whether it counts down to the end of the campaign, which is the only moment that it may count to. */
export function ClockSwitch({ content, hasEnd, onChange }: Props) {
  const note = useId();
  const { countdown, ...silent } = content;
  const needsEnd = countdown === true && !hasEnd;
  return (
    <>
      <label class="recipe-check">
        <input
          type="checkbox"
          checked={countdown === true}
          aria-describedby={needsEnd ? note : undefined}
          aria-invalid={needsEnd ? 'true' : undefined}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? { ...silent, countdown: true } : silent)}
        />{' '}
        {messages.value.countdown}
      </label>
      {needsEnd && (
        <p id={note} class="field-error small">
          {messages.value.countdownNeedsEnd}
        </p>
      )}
    </>
  );
}
