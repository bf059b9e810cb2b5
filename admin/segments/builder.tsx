import { Plus, Trash2 } from 'lucide-preact';
import type { Rule } from '../../server/segments/rule.ts';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { Condition, firstCondition } from './condition.tsx';
import type { Vocabulary } from './vocabulary.ts';

interface Props {
  rule: Rule;
  vocabulary: Vocabulary;
  onChange: (rule: Rule) => void;
}

/** A rule as groups of conditions. A single condition stands in a group of its own. */
export function Builder({ rule, vocabulary, onChange }: Props) {
  const group = 'all' in rule || 'any' in rule ? rule : { all: [rule] };
  return <Group rule={group} vocabulary={vocabulary} onChange={onChange} />;
}

interface GroupProps extends Props {
  rule: Extract<Rule, { all: Rule[] } | { any: Rule[] }>;
}

function Group({ rule, vocabulary, onChange }: GroupProps) {
  const t = messages.value.segments;
  const kind = 'all' in rule ? 'all' : 'any';
  const parts = 'all' in rule ? rule.all : rule.any;
  const keep = (next: Rule[], as: 'all' | 'any' = kind) => onChange(as === 'all' ? { all: next } : { any: next });
  const replace = (place: number, part: Rule | null) =>
    keep(part === null ? parts.filter((_, at) => at !== place) : parts.map((old, at) => (at === place ? part : old)));
  return (
    <fieldset class="rule-group">
      <legend>
        <select
          class="input"
          aria-label={t.builder}
          value={kind}
          onChange={(event) => keep(parts, event.currentTarget.value === 'any' ? 'any' : 'all')}
        >
          <option value="all">{t.all}</option>
          <option value="any">{t.any}</option>
        </select>
      </legend>
      {parts.length === 0 && <p class="soft">{kind === 'all' ? t.everyone : t.nobody}</p>}
      <ul class="stack">
        {parts.map((part, place) => (
          // Conditions have no identity but their place.
          <li key={place} class="rule-part">
            <Part rule={part} vocabulary={vocabulary} onChange={(next) => replace(place, next)} />
            <button type="button" class="rule-remove" aria-label={t.remove} onClick={() => replace(place, null)}>
              <Trash2 size={18} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button onPress={() => keep([...parts, firstCondition(vocabulary)])}>
          <Plus size={16} aria-hidden="true" />
          {t.addCondition}
        </Button>
        <Button look="quiet" onPress={() => keep([...parts, { any: [firstCondition(vocabulary)] }])}>
          {t.addGroup}
        </Button>
      </div>
    </fieldset>
  );
}

/** A condition or a group, with the word that turns it round. */
function Part({ rule, vocabulary, onChange }: Props) {
  const t = messages.value.segments;
  const isTurned = 'not' in rule;
  const inner = isTurned ? rule.not : rule;
  const change = (next: Rule) => onChange(isTurned ? { not: next } : next);
  return (
    <>
      <label class="rule-not">
        <input type="checkbox" checked={isTurned} onChange={() => onChange(isTurned ? inner : { not: inner })} />
        {t.not}
      </label>
      {'all' in inner || 'any' in inner || 'not' in inner ? (
        <Builder rule={inner} vocabulary={vocabulary} onChange={change} />
      ) : (
        <Condition condition={inner} vocabulary={vocabulary} onChange={change} />
      )}
    </>
  );
}
