import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { Picked } from './picked.tsx';

interface Props {
  known: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Any of what the catalogue has. */
export function Among({ known, chosen, onChange }: Props) {
  const t = messages.value.finders;
  const left = known.filter((value) => !chosen.includes(value));
  return (
    <div class="finder-among">
      {chosen.map((value) => (
        <Button key={value} look="quiet" onPress={() => onChange(chosen.filter((one) => one !== value))}>
          {value} ×<span class="unseen">: {t.remove}</span>
        </Button>
      ))}
      <Picked
        label={t.among}
        options={[{ value: '', label: t.choose }, ...left.map((value) => ({ value, label: value }))]}
        value=""
        onPick={(value) => value !== '' && onChange([...chosen, value])}
      />
    </div>
  );
}
