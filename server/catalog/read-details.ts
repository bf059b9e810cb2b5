import { plainText } from '../plain-text.ts';
import { Refused } from '../refused.ts';
import {
  type Attribute,
  type Details,
  deepestPath,
  detailsOf,
  longestId,
  longestName,
  longestUnit,
  longestValue,
  mostAccessories,
  mostAttributes,
  mostPlaces,
  mostValues,
} from './details.ts';

/** Where a column is an attribute, its name stands behind this. */
export const attributePrefix = 'attribute:';

/** What Google Merchant's feeds have of attributes; a slash stands between several colours and materials. */
const merchants = ['color', 'size', 'material', 'pattern', 'gender', 'age_group'];

/** A column that is read as attributes without anyone's word. */
export function isAttribute(column: string): boolean {
  return merchants.includes(column) || column === 'product_detail' || column.startsWith(attributePrefix);
}

/**
 * What a row of a feed says beside what every product has. Of attributes and accessories it keeps what there is room for; a place that cannot be
 * read is `Refused`, since the product would be shown where it is not sold.
 */
export function readDetails(row: Readonly<Record<string, string>>): Details | null {
  const attributes = new Map<string, Attribute[]>();
  const add = (name: string, text: string, between: RegExp) => {
    const known = attributes.get(name);
    if (text.trim() === '' || name === '' || known || attributes.size >= mostAttributes) return;
    const values = text.split(between).map((value) => value.trim());
    attributes.set(
      name,
      [...new Set(values)]
        .filter((value) => value !== '')
        .slice(0, mostValues)
        .map((value) => attributeOf(name, value)),
    );
  };
  for (const [column, text] of Object.entries(row)) {
    if (column.startsWith(attributePrefix)) add(nameOf(column.slice(attributePrefix.length)), text, /[|;]/);
  }
  for (const name of merchants) add(name, row[name] ?? '', /[|;/]/);
  for (const [name, text] of productDetails(row.product_detail ?? '')) add(name, text, /[|;]/);
  return detailsOf({
    path: pathOf(row),
    attributes: [...attributes.values()].flat(),
    soldIn: placesIn('sold_in', row.sold_in ?? ''),
    notSoldIn: placesIn('not_sold_in', row.not_sold_in || row.shopping_ads_excluded_country || ''),
    accessories: idsIn(row.accessories ?? '').slice(0, mostAccessories),
    variantOf: idsIn(row.variant_of || row.item_group_id || '')[0] ?? '',
  });
}

/** The categories below the first: `item_category2` to `5`, or what stands behind it in a `product_type`. */
function pathOf(row: Readonly<Record<string, string>>): string[] {
  const said = [row.item_category2, row.item_category3, row.item_category4, row.item_category5];
  const path = said.some(Boolean) || row.item_category ? said : (row.product_type ?? '').split('>').slice(1);
  return path.flatMap((level) => level?.trim().slice(0, 200) || []).slice(0, deepestPath);
}

/** `section:name:value`, several with commas between them, as a `product_detail` in TSV has them. */
function productDetails(text: string): [name: string, value: string][] {
  return text.split(',').flatMap((detail): [string, string][] => {
    const parts = detail.split(':').map((part) => part.trim());
    const [name = '', value = ''] = parts.length > 2 ? [parts[1], parts.slice(2).join(':')] : parts;
    return value === '' ? [] : [[nameOf(name), value]];
  });
}

/** Units that are told from words: what is not among them is text, as a size `2XL` is. */
const units = new Set(
  (
    'mm cm dm m km in inch ft yd mg g kg t oz lb lbs ml cl dl l fl pt gal mm² cm² m² m³ w kw v a ma mah ah hz khz mhz ghz kb mb gb tb ' +
    'mp px dpi ppi k lm lx db bar pa °c °f s min h d kwh nm rpm ppm % " pcs pc pieces ' +
    'мм см дм м км мг г кг т мл л м² м³ вт квт в а ма мач год хв с шт гц кгц мгц ггц кб мб гб тб мп % buc'
  ).split(' '),
);

/** "250 g" is a number with its unit, "240" a number; what begins with a zero is somebody's number for something. */
export function attributeOf(name: string, text: string): Attribute {
  const [, digits = '', unit = ''] = /^(-?(?:0|[1-9]\d{0,11})(?:[.,]\d{1,6})?)\s*(\S{0,20})$/.exec(text) ?? [];
  if (digits === '' || (unit !== '' && !units.has(unit.toLowerCase())))
    return { name, value: text.slice(0, longestValue) };
  return {
    name,
    value: Number(digits.replace(',', '.')),
    ...(unit === '' ? {} : { unit: unit.slice(0, longestUnit) }),
  };
}

function nameOf(text: string): string {
  return text.trim().replaceAll('\n', ' ').slice(0, longestName);
}

/** What is longer is no product's. */
function idsIn(text: string): string[] {
  const ids = text.split(/[,;|]/).map((id) => id.trim());
  return [...new Set(ids)].filter((id) => id !== '' && id.length <= longestId && plainText.test(id));
}

/** `UA, RO-CJ`; of what Google's `shipping` has for each place (`US:MA:Ground:6.49 USD`) the country and the region. */
function placesIn(field: string, text: string): string[] {
  const said = text.split(/[,;|]/).filter((word) => word.trim() !== '');
  const places = said.map((word) => {
    const [, country, region] = /^([A-Za-z]{2})(?:[-:]([A-Za-z0-9]{1,3}))?(?=$|:)/.exec(word.trim()) ?? [];
    if (!country)
      throw new Refused(field, `"${word.trim().slice(0, 40)}" is no place; write UA for a country, UA-46 for a region`);
    return region ? `${country}-${region}`.toUpperCase() : country.toUpperCase();
  });
  if (places.length > mostPlaces) throw new Refused(field, `more than ${mostPlaces} places`);
  return [...new Set(places)];
}
