import { Plus } from 'lucide-preact';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { PeopleSearch } from '../visitors/people-search.tsx';

/** People by name, number or address, each with a button that takes them as an example. */
export function ExamplePicker({ onPick }: { onPick: (id: string) => void }) {
  const t = messages.value.byExample;
  return (
    <PeopleSearch label={t.search}>
      {({ id, customer, who, net }) => (
        <span class="row">
          <span class="soft numbers">{formats.value.amounts(net, shop.value?.currency ?? 'EUR')}</span>
          <Button onPress={() => onPick(customer ?? id)}>
            <Plus size={16} aria-hidden="true" />
            {t.pick}
            <span class="unseen">: {who ?? id}</span>
          </Button>
        </span>
      )}
    </PeopleSearch>
  );
}
