import { Button } from '../components/button.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { messages } from '../language/current.ts';

interface Props {
  picked: ReadonlySet<string>;
  onEnd: () => void;
}

/** As the server takes them. */
const [fewest, most] = [5, 50];

/** How many are picked as examples of a segment, and the way on with them. */
export function PickedBar({ picked, onEnd }: Props) {
  const t = messages.value.visitors;
  const isEnough = picked.size >= fewest && picked.size <= most;
  const people = encodeURIComponent([...picked].join('\n'));
  return (
    <div class="visitors-picked row">
      <span role="status">
        <strong class="numbers">{t.picked(picked.size)}</strong> <span class="soft">{!isEnough && t.pickHint}</span>
      </span>
      {isEnough && <LinkButton href={`/admin/segments/by-example?people=${people}`}>{t.pickedAction}</LinkButton>}
      <Button look="quiet" onPress={onEnd}>
        {t.pickEnd}
      </Button>
    </div>
  );
}
