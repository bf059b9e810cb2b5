import type { Compared, Did, InOrder, Rule, Told } from '../../server/segments/rule.ts';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { comparisonsOf } from './comparisons-of.ts';
import { DidPart } from './did-part.tsx';
import { FieldPart } from './field-part.tsx';
import { InOrderPart } from './in-order-part.tsx';
import { ToldPart } from './told-part.tsx';
import type { Vocabulary } from './vocabulary.ts';

export type Leaf = Compared | Did | Told | InOrder | { segment: string };

interface Props {
  condition: Leaf;
  vocabulary: Vocabulary;
  onChange: (condition: Leaf) => void;
}

/** One condition: what is asked, and what of it. */
export function Condition({ condition, vocabulary, onChange }: Props) {
  const t = messages.value.segments;
  const { fields, segments } = vocabulary;
  const events = new Set([...vocabulary.events, ...('did' in condition ? [condition.did] : [])]);
  const traits = new Set([...vocabulary.traits, ...('trait' in condition ? [condition.trait] : [])]);
  return (
    <div class="condition">
      <select
        class="input"
        aria-label={t.what}
        value={subjectOf(condition)}
        onChange={(event) => onChange(blank(event.currentTarget.value, vocabulary))}
      >
        <optgroup label={t.groups.is}>
          {fields.map(({ name }) => (
            <option key={name} value={`field ${name}`}>
              {t.fields[name]}
            </option>
          ))}
        </optgroup>
        {traits.size > 0 && (
          <optgroup label={t.groups.told}>
            {[...traits].map((name) => (
              <option key={name} value={`trait ${name}`}>
                {t.told(name)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t.groups.did}>
          {[...events].map((name) => (
            <option key={name} value={`did ${name}`}>
              {eventLabel(name)}
            </option>
          ))}
          <option value="order">{t.inOrder.choice}</option>
        </optgroup>
        {segments.length > 0 && (
          <optgroup label={t.groups.segments}>
            {segments.map(({ id, name }) => (
              <option key={id} value={`segment ${id}`}>
                {t.inSegment(name)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {'field' in condition && <FieldPart condition={condition} vocabulary={vocabulary} onChange={onChange} />}
      {'did' in condition && <DidPart condition={condition} onChange={onChange} />}
      {'first' in condition && <InOrderPart condition={condition} events={vocabulary.events} onChange={onChange} />}
      {'trait' in condition && <ToldPart condition={condition} sources={vocabulary.sources} onChange={onChange} />}
    </div>
  );
}

/** The order that shops ask for most. */
const leftCart: InOrder = {
  first: { did: 'add_to_cart', within: 30 },
  next: [{ did: 'purchase', hours: 72, not: true }],
};

export function firstCondition({ fields }: Vocabulary): Rule {
  const [first] = fields;
  return first ? { field: first.name, is: '=', value: '…' } : { all: [] };
}

function subjectOf(condition: Leaf): string {
  if ('field' in condition) return `field ${condition.field}`;
  if ('trait' in condition) return `trait ${condition.trait}`;
  if ('first' in condition) return 'order';
  return 'did' in condition ? `did ${condition.did}` : `segment ${condition.segment}`;
}

function blank(subject: string, vocabulary: Vocabulary): Leaf {
  const space = subject.indexOf(' ');
  const name = subject.slice(space + 1);
  if (subject === 'order') return leftCart;
  if (subject.startsWith('segment ')) return { segment: name };
  if (subject.startsWith('trait ')) return { trait: name, is: '=', value: '…' };
  const field = vocabulary.fields.find((one) => `field ${one.name}` === subject);
  if (!field) return { did: name, is: '>=', times: 1, within: 30 };
  const isText = field.kind === 'text' || field.kind === 'texts';
  const value = field.name === 'customer_group' ? 'champions' : field.kind === 'flag' ? true : isText ? '…' : 1;
  return { field: field.name, is: comparisonsOf[field.kind][0] ?? '=', value };
}
