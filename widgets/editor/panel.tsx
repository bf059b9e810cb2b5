import type { PreviewedAs, PreviewWords } from '../../snippet/preview-protocol.ts';
import type { Refusal } from './ask-preview.ts';
import { isFirstScreen } from './draw-page.ts';
import type { Seen, Wish } from './editor.tsx';
import { openNarrow } from './link.ts';
import { Mark, SpotPart } from './spot-part.tsx';

interface Props extends Seen {
  onWish: (part: Partial<Wish>) => void;
  onLook: (part: Partial<Seen>) => void;
  onAgain: () => void;
  onEnd: () => void;
  onPick: () => void;
  onTake: () => void;
  onLeave: () => void;
}

/** The bar at an edge of the page: as whom it is seen, what of the draft, and what becomes of every campaign here. */
export function Panel(props: Props) {
  const { answer, refusal, isFolded, isOnTop, onLook, onEnd } = props;
  if (refusal) return <Refused refusal={refusal} onEnd={onEnd} />;
  if (!answer) return null;
  const { words, language, draft } = answer;
  return (
    <section class={isOnTop ? 'top' : 'bottom'} aria-label={words.title} lang={language}>
      {props.spot && <Mark spot={props.spot} />}
      <header>
        <h2>{draft.name}</h2>
        <button type="button" aria-expanded={!isFolded} onClick={() => onLook({ isFolded: !isFolded })}>
          {isFolded ? words.unfold : words.fold}
        </button>
        <button type="button" onClick={() => onLook({ isOnTop: !isOnTop })}>
          {words.dock}
        </button>
        <button type="button" onClick={onEnd}>
          {words.end}
        </button>
      </header>
      {props.spot ? (
        <SpotPart
          spot={props.spot}
          words={words}
          isFirstScreen={isFirstScreen(props.spot.element, props.spot.position === 'after' ? 'bottom' : 'top')}
          onChange={(part) => onLook({ spot: props.spot && { ...props.spot, ...part } })}
          onTake={props.onTake}
          onLeave={props.onLeave}
        />
      ) : (
        <p role="status">{statusOf(props, words)}</p>
      )}
      {!isFolded && !props.spot && <Choices {...props} words={words} />}
      {!isFolded && !props.spot && <Fates {...props} words={words} />}
    </section>
  );
}

type Told = Props & { words: PreviewWords };

const examples = ['nobody', 'new', 'cart', 'regular'] as const;

function statusOf({ answer, said, trouble }: Seen, words: PreviewWords): string {
  const more = trouble ? ` ${words[trouble]}` : '';
  if (said) return words[said] + more;
  return (answer?.isSomebody ? words.draft : words.isNobody) + more;
}

function Choices({ answer, wish, words, onWish, onAgain, onPick }: Told) {
  const { variants = [] } = answer?.draft ?? {};
  return (
    <div class="choices">
      <label>
        {words.as}
        <select value={JSON.stringify(wish.who)} onChange={(event) => onWish({ who: read(event) })}>
          {examples.map((example) => (
            <option key={example} value={JSON.stringify({ example })}>
              {words[example]}
            </option>
          ))}
          <optgroup label={words.segments}>
            {answer?.segments.map(({ id, name }) => (
              <option key={id} value={JSON.stringify({ segment: id })}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        {words.device}
        <select
          value={wish.device}
          onChange={(event) => onWish({ device: chosenIn(event) === 'phone' ? 'phone' : 'desktop' })}
        >
          <option value="phone">{words.phone}</option>
          <option value="desktop">{words.desktop}</option>
        </select>
      </label>
      <label>
        {words.shows}
        <select
          value={JSON.stringify(wish.variant)}
          onChange={(event) => onWish({ variant: JSON.parse(chosenIn(event)) })}
        >
          {variants.map((id) => (
            <option key={id} value={JSON.stringify(id)}>
              {words.variant.replace('{id}', id.toUpperCase())}
            </option>
          ))}
          <option value='""'>{words.without}</option>
          <option value="null">{words.wouldBe}</option>
        </select>
      </label>
      <button type="button" class="pick" onClick={onPick}>
        {words.pick}
      </button>
      <button type="button" onClick={onAgain}>
        {words.redraw}
      </button>
      <button type="button" class="wide" onClick={openNarrow}>
        {words.narrow}
      </button>
    </div>
  );
}

const chosenIn = ({ currentTarget }: { currentTarget: HTMLSelectElement }) => currentTarget.value;
const read = (event: { currentTarget: HTMLSelectElement }): PreviewedAs => JSON.parse(chosenIn(event));

function Fates({ answer, words }: Told) {
  const { campaigns = [], draft } = answer ?? {};
  return (
    <details open>
      <summary>{words.here}</summary>
      <ul>
        {campaigns.map(({ id, name, place, fate, isShown }) => (
          <li key={id} class={isShown ? 'shown' : ''} aria-current={id === draft?.id}>
            <b>{name}</b> ({place}): <span>{fate}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Refused({ refusal, onEnd }: { refusal: Refusal; onEnd: () => void }) {
  return (
    <section class="bottom" aria-label={refusal.words.title} lang={refusal.language}>
      <header>
        <p role="alert">{refusal.words.over}</p>
        <button type="button" onClick={onEnd}>
          {refusal.words.end}
        </button>
      </header>
    </section>
  );
}
