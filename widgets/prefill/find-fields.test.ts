// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findOrderForm } from './find-fields.ts';
import { labelOf } from './label-of.ts';

/** What is found on a page with this body: the names of the fields, by what they mean. */
function found(body: string) {
  document.body.innerHTML = `${body}<div id="slot"></div>`;
  const place = document.querySelector('#slot, #inside');
  const order = place && findOrderForm(document.querySelector('#inside') ?? place);
  return (
    order && {
      ...Object.fromEntries([...order.fields].map(([field, { name }]) => [field, name])),
      others: order.others,
    }
  );
}

test('fields are found by the standard’s own words, in whatever section of the form', () => {
  const body = `<form>
    <input name="a" autocomplete="section-red shipping name"><input name="b" autocomplete="shipping street-address">
    <input name="c" autocomplete="billing street-address"><input name="d" type="email" autocomplete="home email webauthn">
    <select name="e" autocomplete="country-name"></select><input name="f" autocomplete="bday">
  </form>`;
  expect(found(body)).toEqual({ name: 'a', 'street-address': 'b', email: 'd', country: 'e', others: ['c', 'f'] });
});

test('else by what shops of our countries call them', () => {
  const body = `<form>
    <input name="checkout[email_address]"><input id="phoneNumber" name="phoneNumber" type="tel"><input name="prenume">
    <input name="billing_last_name"><input name="cod_postal" autocomplete="off"><input name="oras"><input name="judet">
    <input name="adresa"><input name="company"><textarea name="order_comments"></textarea>
  </form>`;
  expect(found(body)).toEqual({
    ...{
      email: 'checkout[email_address]',
      tel: 'phoneNumber',
      'given-name': 'prenume',
      'family-name': 'billing_last_name',
    },
    ...{ 'postal-code': 'cod_postal', 'address-level2': 'oras', 'address-level1': 'judet', 'street-address': 'adresa' },
    ...{ organization: 'company', others: ['order_comments'] },
  });
});

test('never a field for a card, a password, a code, what is hidden, and what may not be changed', () => {
  const body = `<form>
    <input name="cc" autocomplete="cc-number"><input name="cardholder_name"><input name="cardName" autocomplete="cc-name">
    <input name="password" type="password"><input name="pass_phone"><input name="sms" autocomplete="one-time-code">
    <input name="email" type="hidden"><input name="name" disabled><input name="city" readonly>
    <input name="new" autocomplete="new-password"><input name="name_on_card"><input name="address"><input name="zip">
  </form>`;
  expect(Object.keys(found(body) ?? {}).sort()).toEqual(['others', 'postal-code', 'street-address']);
});

test('the form around the place is asked, else the one with the most; one with a single field is no order form', () => {
  const other = '<form><input name="name"><input name="email"><input name="city"></form>';
  expect(
    found(
      `${other}<form><input name="x" autocomplete="tel"><input name="y" autocomplete="name"><p id="inside"></p></form>`,
    ),
  ).toMatchObject({ tel: 'x', name: 'y' });
  expect(found(`<form><input name="email"><input name="tel"></form>${other}`)).toMatchObject({
    'address-level2': 'city',
  });
  expect(found('<form><input name="email"></form>')).toBeNull();
  expect(found('<p>no form</p>')).toBeNull();
});

test('a field is called what the page calls it', () => {
  document.body.innerHTML =
    '<label for="a">E-mail *</label><input id="a"><label>Country: <select id="b"><option>Ukraine</option></select></label><input id="c" placeholder="City"><input id="d" name="zip">';
  const labels = [...document.querySelectorAll<HTMLInputElement>('input,select')].map(labelOf);
  expect(labels).toEqual(['E-mail', 'Country', 'City', 'zip']);
});
