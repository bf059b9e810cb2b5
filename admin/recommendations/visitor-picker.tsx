import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { PeopleSearch } from '../visitors/people-search.tsx';

/** People of the shop, of whom one is chosen. */
export function VisitorPicker({ chosen, onPick }: { chosen: string | null; onPick: (id: string) => void }) {
  const t = messages.value.recipes;
  return (
    <PeopleSearch label={t.findVisitor}>
      {({ id, who }) =>
        id === chosen ? (
          <Badge tone="good">✓</Badge>
        ) : (
          <Button onPress={() => onPick(id)}>
            {t.take}
            <span class="unseen">: {who ?? id}</span>
          </Button>
        )
      }
    </PeopleSearch>
  );
}
