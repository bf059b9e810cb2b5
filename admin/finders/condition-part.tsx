import type { Condition } from '../../server/finders/finder.ts';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { minorUnitsIn } from '../segments/wording.ts';
import { Among } from './among.tsx';
import { Bounds } from './bounds.tsx';
import type { Finders } from './load-finders.ts';
import { Picked } from './picked.tsx';

interface Props {
  condition: Condition;
  known: Finders;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

const kinds = ['category', 'brand', 'price', 'attribute', 'measure'] as const;

/** Something that has to be true of a product. */
export function ConditionPart({ condition, known, onChange, onRemove }: Props) {
  const t = messages.value.finders;
  return (
    <div class="finder-line">
      <Picked
        label={t.of}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        value={condition.of}
        onPick={(picked) => onChange(blankCondition(kinds.find((kind) => kind === picked) ?? 'category', known))}
      />
      <Value condition={condition} known={known} onChange={onChange} />
      <Button look="quiet" onPress={onRemove}>
        {t.removeCondition}
      </Button>
    </div>
  );
}

function Value({ condition, known: { facets, currency }, onChange }: Omit<Props, 'onRemove'>) {
  const t = messages.value.finders;
  switch (condition.of) {
    case 'category':
    case 'brand': {
      const all = condition.of === 'category' ? facets.categories : facets.brands;
      return <Among known={all} chosen={condition.among} onChange={(among) => onChange({ ...condition, among })} />;
    }
    case 'price':
      return (
        <Bounds
          of={condition}
          scale={minorUnitsIn(currency)}
          onChange={(next) => onChange({ ...condition, ...next })}
        />
      );
    case 'attribute': {
      const attribute = facets.attributes.find(({ name }) => name === condition.name);
      return (
        <>
          <Picked
            label={t.attribute}
            options={withChosen(
              facets.attributes.map(({ name }) => name),
              condition.name,
            ).map(same)}
            value={condition.name}
            onPick={(name) => onChange({ ...condition, name, among: [] })}
          />
          <Among
            known={attribute?.values ?? []}
            chosen={condition.among}
            onChange={(among) => onChange({ ...condition, among })}
          />
        </>
      );
    }
    case 'measure': {
      const measured = facets.attributes.filter(({ units }) => units.length > 0);
      const units = measured.find(({ name }) => name === condition.name)?.units ?? [];
      return (
        <>
          <Picked
            label={t.attribute}
            options={withChosen(
              measured.map(({ name }) => name),
              condition.name,
            ).map(same)}
            value={condition.name}
            onPick={(name) => {
              const [unit = ''] = measured.find((one) => one.name === name)?.units ?? [];
              onChange({ ...condition, name, unit: unit || null });
            }}
          />
          <Picked
            label={t.unit}
            options={withChosen(units, condition.unit ?? '').map((value) => ({ value, label: value || t.noUnit }))}
            value={condition.unit ?? ''}
            onPick={(unit) => onChange({ ...condition, unit: unit || null })}
          />
          <Bounds of={condition} scale={1} onChange={(next) => onChange({ ...condition, ...next })} />
        </>
      );
    }
    default:
      return condition satisfies never;
  }
}

function blankCondition(kind: Condition['of'], { facets }: Finders): Condition {
  switch (kind) {
    case 'category':
    case 'brand':
      return { of: kind, among: [] };
    case 'price':
      return { of: kind, least: null, most: null };
    case 'attribute':
      return { of: kind, name: facets.attributes[0]?.name ?? '', among: [] };
    case 'measure': {
      const first = facets.attributes.find(({ units }) => units.length > 0);
      return { of: kind, name: first?.name ?? '', unit: first?.units[0] || null, least: null, most: null };
    }
    default:
      return kind satisfies never;
  }
}

const same = (value: string) => ({ value, label: value });
/** What was chosen once stays to be seen, though the catalogue says it no more. */
const withChosen = (all: readonly string[], chosen: string) => (all.includes(chosen) ? all : [chosen, ...all]);
