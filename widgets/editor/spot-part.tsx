import type { PreviewWords } from '../../snippet/preview-protocol.ts';
import type { Spot } from '../../snippet/protocol.ts';
import type { Found } from './selector-of.ts';

/** What is pointed at, or picked; and where beside it the draft is to stand, on which pages. */
export interface Spotted {
  element: Element;
  found: Found;
  isPicked: boolean;
  position: Spot['position'];
  /** Null for the pages of the campaign. */
  only: string | null;
}

interface Props {
  spot: Spotted;
  words: PreviewWords;
  isFirstScreen: boolean;
  onChange: (part: Partial<Spotted>) => void;
  onTake: () => void;
  onLeave: () => void;
}

const positions = ['before', 'after', 'prepend', 'append'] as const satisfies readonly Spot['position'][];

export function SpotPart({ spot, words, isFirstScreen, onChange, onTake, onLeave }: Props) {
  const { found, isPicked, position, only } = spot;
  const { selector, count, isFrail } = found;
  return (
    <div class="spot">
      <p role="status" tabIndex={-1}>
        {!isPicked && words.picking} <code>{words.selected.replace('{selector}', selector)}</code>{' '}
        {count > 1 && words.several.replace('{count}', `${count}`)} {isFrail && words.generated}{' '}
        {isPicked && isFirstScreen && words.firstScreen}
      </p>
      <div class="choices">
        {isPicked && (
          <label>
            {words.position}
            <select
              value={position}
              onChange={({ currentTarget: { value } }) =>
                onChange({ position: positions.find((one) => one === value) ?? 'after' })
              }
            >
              {positions.map((one) => (
                <option key={one} value={one}>
                  {words[one]}
                </option>
              ))}
            </select>
          </label>
        )}
        {isPicked && (
          <label>
            {words.pages}
            <select
              value={JSON.stringify(only)}
              onChange={({ currentTarget: { value } }) => onChange({ only: JSON.parse(value) })}
            >
              <option value="null">{words.asIs}</option>
              <option value={JSON.stringify(location.pathname)}>
                {words.onlyHere.replace('{path}', location.pathname)}
              </option>
              {alike() && <option value={JSON.stringify(alike())}>{words.alike.replace('{path}', alike())}</option>}
            </select>
          </label>
        )}
        {isPicked && (
          <button type="button" onClick={onTake}>
            {words.take}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}

/** `/product/mug-7`: `/product/*`; nothing for a page at the top. */
export function alike(): string {
  const [, folder] = /^(\/.+\/)[^/]+\/?$/.exec(location.pathname) ?? [];
  return folder ? `${folder}*` : '';
}

/** What is pointed at, with an edge around it. */
export function Mark({ spot }: { spot: Spotted }) {
  const { top, left, width, height } = spot.element.getBoundingClientRect();
  return <div class="mark" style={{ top, left, width, height }} />;
}
