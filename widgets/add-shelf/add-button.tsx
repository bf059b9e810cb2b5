import { Component, type TargetedMouseEvent } from 'preact';
import type { Card, PropsOf } from '../define.ts';
import { addToCart } from './add-to-cart.ts';
import type { addShelf } from './definition.ts';

type Words = Pick<PropsOf<typeof addShelf>, 'add' | 'adding' | 'added' | 'failed'>;

interface Props extends Words {
  card: Card;
}

/** Adds a product with one press, and says what became of it. That it was pressed is counted as the shelf's. */
export class AddButton extends Component<Props, { is: keyof Words }> {
  override state: { is: keyof Words } = { is: 'add' };

  override render({ card: { id, name }, ...words }: Props, { is }: { is: keyof Words }) {
    return (
      <div>
        <button type="button" class={is} data-item={id} aria-label={`${words.add}: ${name}`} onClick={this.add}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={paths[is]} />
          </svg>
        </button>
        <span role="status">{is !== 'add' && `${words[is]}: ${name}`}</span>
      </div>
    );
  }

  add = async ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    if (this.state.is === 'adding') return;
    const { card } = this.props;
    this.setState({ is: 'adding' });
    const outcome = await addToCart(card, currentTarget);
    if (outcome !== 'choose') return this.setState({ is: outcome });
    this.setState({ is: 'add' });
    location.assign(card.url);
  };
}

const paths = {
  add: 'M8 2v12M2 8h12',
  adding: 'M3 8h.1M8 8h.1M13 8h.1',
  added: 'M2 9l4 4 8-9',
  failed: 'M8 2v7M8 13v.1',
} satisfies Record<keyof Words, string>;
