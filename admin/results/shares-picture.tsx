import './shares-picture.css';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

interface Props {
  variants: readonly string[];
  /** The newest first. */
  shares: CampaignResults['shares'];
}

/** The share of each variant over time, one above the other; the newest shares beside it in words. */
export function SharesPicture({ variants, shares }: Props) {
  const t = messages.value.campaignResults;
  const { percent } = formats.value;
  const [newest] = shares;
  if (!newest || shares.length < 2) return null;
  const oldestFirst = shares.toReversed();
  const words = variants.map((name, place) => `${name.toUpperCase()} ${percent(newest.shares[place] ?? 0)}`).join(', ');
  const width = 100 / oldestFirst.length;
  return (
    <figure class="shares-picture">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={`${t.shares}: ${words}`}>
        {oldestFirst.map((row, at) => {
          let from = 0;
          return variants.map((name, place) => {
            const height = (row.shares[place] ?? 0) * 100;
            from += height;
            return (
              <rect
                key={`${row.at} ${name}`}
                class={`shares-part-${place % 4}`}
                x={at * width}
                width={width}
                y={100 - from}
                height={height}
              />
            );
          });
        })}
      </svg>
      <figcaption class="row small">
        {variants.map((name, place) => (
          <span key={name} class="shares-key">
            <svg viewBox="0 0 1 1" aria-hidden="true">
              <rect class={`shares-part-${place % 4}`} width="1" height="1" />
            </svg>
            {t.variant(name.toUpperCase())}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
