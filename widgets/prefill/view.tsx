import { Component } from 'preact';
import { ask } from '../ask.ts';
import type { PropsOf } from '../define.ts';
import fields from '../fields.css';
import { forgetOrderForm } from '../forget-order-form.ts';
import { prefill as definition, type Prefilled, type PrefillField } from './definition.ts';
import { fillControl } from './fill-control.ts';
import { type Control, findOrderForm, type OrderFields } from './find-fields.ts';
import { labelOf } from './label-of.ts';
import { mask } from './mask.ts';
import { putAway } from './put-away.ts';
import { fillVault, openVault } from './vault.ts';
import own from './view.css';

export { css, definition };

const css = fields + own;

type Props = PropsOf<typeof definition>;

/** Null where consent was refused: what was kept until then goes, and the shop's own content stays. */
export function View(props: Props) {
  if (props.may === 'no') forgetOrderForm();
  return props.may === 'yes' ? <OrderForm {...props} /> : null;
}

/** What can be filled in, or is only known to be known. */
interface Offer {
  field: PrefillField;
  control: Control;
  label: string;
  hint: string;
  value: string | undefined;
  /** The shop's own word, not the device's. */
  isSure: boolean;
}

interface State {
  offers: readonly Offer[];
  who: string;
  remembers: boolean;
  done: ReadonlySet<PrefillField>;
  said: 'filled' | 'taken' | 'shortened' | 'forgotten' | '';
  /** Each brings back fields that were put out of sight. */
  away: readonly (() => void)[];
}

const nothing = { offers: [], done: new Set<PrefillField>() };

/** "Not you?" makes another visitor of the device, for whom this is drawn anew: it says there what it has done. */
let hasForgotten = false;

class OrderForm extends Component<Props, State> {
  override state: State = { ...nothing, who: '', remembers: false, said: '', away: [] };
  /** What the visitor has touched is theirs. */
  #touched = new WeakSet<EventTarget>();
  #filled = new Map<Control, string>();
  #stop = new AbortController();
  #order: OrderFields | null = null;
  #isKeeping = false;
  #isKept = true;

  override render(words: Props, { offers, who, remembers, done, said, away }: State) {
    const whole = offers.filter(({ value }) => value !== undefined);
    // Another box: what only moved in it would be a shift of the page.
    if (!who && !said) return <section key="wait" />;
    return (
      <section key="all" aria-label={words.title} tabIndex={-1}>
        <h2>{words.title}</h2>
        <p role="status">
          {said ? (
            words[said]
          ) : (
            <span id="how">{offers[0] && !whole[0] ? words.signIn : who && words.rememberHow}</span>
          )}
        </p>
        <div class="offers">
          {offers.map(({ field, label, hint, value }) =>
            value === undefined ? (
              <span key={field}>
                {label} <b>{hint}</b>
              </span>
            ) : (
              <button
                key={field}
                type="button"
                class={done.has(field) ? 'done' : ''}
                aria-label={`${words.fill}: ${label} ${hint}`}
                onClick={() => this.fill([field])}
              >
                {label} <b>{hint}</b>
              </button>
            ),
          )}
          {who && (
            // Anew where there is another list: what only moved would be a shift of the page.
            <label key={offers.length}>
              <input
                type="checkbox"
                checked={remembers}
                onChange={this.remember}
                aria-describedby={said ? undefined : 'how'}
              />
              {words.remember}
            </label>
          )}
        </div>
        {offers[0] && (
          <div class="do">
            {whole[0] && (
              <button type="button" onClick={() => this.fill(whole.map(({ field }) => field))}>
                {words.fillAll}
              </button>
            )}
            <button type="button" onClick={this.forget}>
              {words.notYou}
            </button>
            {away[0] && (
              <button type="button" onClick={this.showAll}>
                {words.showAll}
              </button>
            )}
          </div>
        )}
      </section>
    );
  }

  override componentDidMount() {
    void this.look().catch(() => {});
    if (!hasForgotten) return;
    hasForgotten = false;
    this.setState({ said: 'forgotten' });
    this.#box()?.focus({ preventScroll: true });
  }

  /** Told anew: perhaps somebody else is here now. */
  override componentDidUpdate(before: Props) {
    if (before !== this.props) void this.look().catch(() => {});
  }

  override componentWillUnmount() {
    this.#stop.abort();
    this.bringBack();
  }

  async look() {
    this.#stop.abort();
    // The runtime listens to what is there; this is drawn just now.
    await Promise.resolve();
    const host = this.#host();
    const order = host ? findOrderForm(host) : null;
    this.#order = order;
    this.say('order_form', { fields: [...(order?.fields.keys() ?? [])], others: order?.others ?? [] });
    if (!order) return;
    this.#stop = new AbortController();
    for (const name of ['input', 'change'])
      order.form.addEventListener(name, (event) => this.heed(event), { signal: this.#stop.signal });
    // The shop's page carries its own word for who is here; without one there are hints at most.
    const response = await ask('/v1/order-form', { site: this.props.site }, 'POST', host?.dataset.vitrinaSigned ?? '');
    if (!response.ok) return;
    const told: Prefilled = await response.json();
    const kept = told.who ? await openVault(told.who).catch(() => new Map<PrefillField, string>()) : new Map();
    const offers = [...order.fields].flatMap(([field, control]) => {
      const known = told.fields.find((one) => alike(one.field) === alike(field));
      const value = known?.value ?? kept.get(field);
      if (!known && value === undefined) return [];
      const hint = value === undefined ? (known?.hint ?? '') : mask(field, value);
      return [{ field, control, label: labelOf(control), hint, value, isSure: known?.value !== undefined }];
    });
    this.setState({ offers, done: new Set(), who: told.who, remembers: kept.size > 0 });
  }

  fill(wanted: readonly PrefillField[]) {
    const offers = this.state.offers.filter(({ field }) => wanted.includes(field));
    const done = offers.filter(({ control, value = '' }) => this.isFree(control) && fillControl(control, value));
    for (const { control } of done) this.#filled.set(control, control.value);
    this.say('slot_click', { fields: done.map(({ field }) => field) });
    const sure = done.filter(({ isSure }) => isSure).map(({ control }) => control);
    const isShorter = this.props.shorter === 'yes' && sure[0] !== undefined;
    const gone = isShorter && this.#order ? [putAway(sure, this.#order.form)] : [];
    this.setState({
      done: new Set([...this.state.done, ...done.map(({ field }) => field)]),
      said: gone[0] ? 'shortened' : done.length < offers.length ? 'taken' : 'filled',
      away: [...this.state.away, ...gone],
    });
  }

  /** Neither typed into nor with another word in it; a list that nobody has touched shows a choice of the shop's. */
  isFree(control: Control): boolean {
    if (this.#touched.has(control)) return false;
    return control.value === '' || control.value === this.#filled.get(control) || 'options' in control;
  }

  bringBack() {
    for (const back of this.state.away) back();
  }

  showAll = () => {
    this.bringBack();
    this.setState({ away: [], said: 'filled' });
    this.#box()?.focus({ preventScroll: true });
  };

  heed({ target, isTrusted }: Event) {
    if (target && isTrusted) this.#touched.add(target);
    if (this.state.remembers) void this.keep();
  }

  remember = ({ currentTarget: { checked } }: { currentTarget: HTMLInputElement }) => {
    this.setState({ remembers: checked, said: '' }, () => void this.keep());
    if (!checked) forgetOrderForm();
  };

  /** What stands in the form's fields, as it is typed: a page that is left waits for nobody. */
  async keep() {
    this.#isKept = false;
    if (this.#isKeeping) return;
    this.#isKeeping = true;
    while (!this.#isKept && this.state.remembers) {
      this.#isKept = true;
      await this.keepNow().catch(() => {});
    }
    this.#isKeeping = false;
  }

  async keepNow() {
    const words = new Map([...(this.#order?.fields ?? [])].map(([field, { value }]) => [field, value.trim()]));
    await fillVault(this.state.who, words);
  }

  /** Somebody else is here: what is known is not theirs, nor what was filled in out of it. */
  forget = () => {
    forgetOrderForm();
    this.bringBack();
    for (const [control, word] of this.#filled) if (control.value === word) fillControl(control, '');
    const isOfShop = this.state.offers.some(({ isSure, value }) => isSure || value === undefined);
    this.setState({ ...nothing, remembers: false, said: 'forgotten', away: [] });
    this.#box()?.focus({ preventScroll: true });
    if (!isOfShop) return;
    hasForgotten = true;
    this.say('logout', {});
  };

  /** Heard by the runtime, which tells the collector. */
  say(name: string, params: object) {
    this.#box()?.dispatchEvent(new CustomEvent('say', { bubbles: true, detail: [name, params] }));
  }

  #box = () => this.base as HTMLElement | null;

  #host(): HTMLElement | undefined {
    const root = this.base?.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof HTMLElement ? root.host : undefined;
  }
}

/** A street is one field in some forms, and the first of two lines in others. */
const alike = (field: PrefillField) => (field === 'address-line1' ? 'street-address' : field);
