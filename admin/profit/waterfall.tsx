import './waterfall.css';
import type { ProfitStep } from '../../server/profit/basis.ts';
import type { ProfitFigures } from '../../server/profit/figures.ts';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { stepName } from './step-words.ts';

interface Bar {
  name: string;
  amount: number;
  from: number;
  to: number;
  look: 'sum' | 'adds' | 'takes' | 'unknown' | 'loss';
}

interface Props {
  steps: readonly ProfitStep[];
  total: ProfitFigures;
}

/** From sales to profit, a bar a step; steps of nothing are left out. */
export function Waterfall({ steps, total }: Props) {
  const { money } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const bars = barsOf(steps, total);
  const [low, high] = [Math.min(0, ...bars.map(lowOf)), Math.max(1, ...bars.map(highOf))];
  const place = (amount: number) => (100 * (amount - low)) / (high - low);
  return (
    <ol class="waterfall numbers">
      {bars.map((bar) => (
        <li key={bar.name} class={bar.look === 'sum' || bar.look === 'loss' ? 'waterfall-sum' : undefined}>
          <span class="waterfall-name">{bar.name}</span>
          <svg class="waterfall-bars" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <line class="waterfall-zero" x1={place(0)} x2={place(0)} y1="0" y2="10" />
            <rect
              class={`waterfall-${bar.look}`}
              x={place(lowOf(bar))}
              width={Math.max(0.3, place(highOf(bar)) - place(lowOf(bar)))}
              y="1"
              height="8"
            />
          </svg>
          <span class="waterfall-amount">{money({ amount: bar.amount, currency })}</span>
        </li>
      ))}
    </ol>
  );
}

function barsOf(steps: readonly ProfitStep[], { sums, net, profit }: ProfitFigures): Bar[] {
  const t = messages.value.profit;
  const bars: Bar[] = [];
  let level = 0;
  steps.forEach((step, place) => {
    const amount = (step.adds ? 1 : -1) * (sums[place] ?? 0);
    if (amount !== 0) {
      const look = step.id === 'uncosted' ? 'unknown' : step.id === 'sales' ? 'sum' : amount > 0 ? 'adds' : 'takes';
      bars.push({ name: stepName(step), amount, from: level, to: level + amount, look });
      level += amount;
    }
    if (step.id === 'returns' && bars.length > 1)
      bars.push({ name: t.net, amount: net, from: 0, to: net, look: 'sum' });
  });
  if (profit !== null)
    bars.push({ name: t.profit, amount: profit, from: 0, to: profit, look: profit < 0 ? 'loss' : 'sum' });
  return bars;
}

const lowOf = ({ from, to }: Bar) => Math.min(from, to);
const highOf = ({ from, to }: Bar) => Math.max(from, to);
