import type { Taste } from '../../server/profiles/taste.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Tasted } from './taste-card.tsx';
import { eventNames, isSame } from './taste-draft.ts';

interface Props {
  known: Tasted;
  /** Puts these values into the form. */
  onTake: (taste: Taste) => void;
}

/** Who changed what and when; and what it was before can be taken up again. */
export function TasteHistory({ known: { history, defaults, taste }, onTake }: Props) {
  const t = messages.value.settings;
  if (history.length === 0) return <p class="soft small">{t.never}</p>;
  return (
    <Disclosure summary={<span class="soft small">{t.history(history.length)}</span>}>
      <ul class="stack small">
        {history.map(({ chosen, by, at }, place) => (
          <li key={at} class="apart">
            <span class="numbers">
              {changeWords(history[place + 1]?.chosen ?? defaults, chosen, defaults)}{' '}
              <span class="soft">{t.saidBy(by, formats.value.moment(at))}</span>
            </span>
            {!isSame(chosen, taste) && (
              <Button look="quiet" onPress={() => onTake(chosen)}>
                {t.take}
                <span class="unseen">: {formats.value.moment(at)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function changeWords(before: Taste, after: Taste, defaults: Taste): string {
  const t = messages.value.settings;
  const { decimal } = formats.value;
  if (isSame(after, defaults)) return t.toDefaults;
  const weights = eventNames(after).flatMap((name) =>
    before.weights[name] === after.weights[name]
      ? []
      : [`${t.events[name].what}: ${decimal(before.weights[name])} → ${decimal(after.weights[name])}`],
  );
  const days =
    before.halfLifeDays === after.halfLifeDays
      ? []
      : [`${t.halfLife}: ${decimal(before.halfLifeDays)} → ${decimal(after.halfLifeDays)}`];
  return [...weights, ...days].join('; ');
}
