import type { Occasions } from '../../server/occasions/occasions.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { Chosen } from './occasions-card.tsx';

interface Props {
  known: Chosen;
  /** Puts these into the form. */
  onTake: (occasions: Occasions) => void;
}

/** Who changed the occasions and when; each choice can be taken up again. */
export function OccasionsHistory({ known: { history, occasions: holds }, onTake }: Props) {
  const t = messages.value.occasions;
  if (history.length === 0) return <p class="soft small">{t.never}</p>;
  return (
    <Disclosure summary={<span class="soft small">{t.history(history.length)}</span>}>
      <ul class="stack small">
        {history.map(({ chosen, by, at }) => (
          <li key={at} class="apart">
            <span class="soft numbers">{t.saidBy(by, formats.value.moment(at))}</span>
            {JSON.stringify(chosen) !== JSON.stringify(holds) && (
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
