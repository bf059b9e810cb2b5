/** What finds an element again: the selector that is likeliest to stay, and how far it can be trusted. */
export interface Found {
  selector: string;
  /** Elements of this page that it finds; the first of them is meant. */
  count: number;
  /** Made by a program, or by the order on the page alone. */
  isFrail: boolean;
}

/** By a name of its own that nothing else has, else within the nearest element that has one. */
export function selectorOf(element: Element): Found {
  const own = namesOf(element);
  const alone = own.find(isAlone);
  if (alone) return found(alone);
  for (let around = element.parentElement; around; around = around.parentElement) {
    const name = namesOf(around).find(isAlone);
    if (!name) continue;
    const within = [...own, element.localName].map((one) => `${name} ${one}`).find(isAlone);
    return found(within ?? `${name} > ${stepsTo(element, around)}`);
  }
  return found(`html > ${stepsTo(element, document.documentElement)}`);
}

/** What a page has many of, and what stands where by its order alone. */
const common = /:nth-| (p|div|span|a|li|img|section|article|button)$/;

const isAlone = (selector: string) => document.querySelectorAll(selector).length === 1;

function found(selector: string): Found {
  return { selector, count: document.querySelectorAll(selector).length, isFrail: common.test(selector) };
}

/** The surest first: what its author has named, what it is, what it looks like. */
function namesOf(element: Element): string[] {
  const { id, localName } = element;
  const named = [...element.attributes].filter(
    ({ name, value }) => /^(data-(?!vitrina)|aria-label$|itemprop$|role$|name$)/.test(name) && value.length < 40,
  );
  return [
    ...(id && !isGenerated(id) ? [`#${CSS.escape(id)}`] : []),
    ...named.flatMap(({ name, value }) => (value && !isGenerated(value) ? `[${name}="${CSS.escape(value)}"]` : [])),
    ...(/^(main|header|footer|nav|h1|form)$/.test(localName) ? [localName] : []),
    ...[...element.classList].filter((name) => !isGenerated(name)).map((name) => `${localName}.${CSS.escape(name)}`),
  ];
}

/** Such as `css-1x9k3f`, `Card__3kQ9z`, `:r3:`, `ember412`: another one with the next build or the next page. */
export function isGenerated(name: string): boolean {
  if (/\d{3}|[:{}]|^ember\d/.test(name)) return true;
  const parts = name.split(/[-_]/).map((part) => part.replace(/\d{1,2}$/, ''));
  return parts.some((part) => part.length > 3 && /\d/.test(part) && /\D/.test(part));
}

function stepsTo(element: Element, around: Element): string {
  const steps: string[] = [];
  for (let one: Element = element; one !== around && one.parentElement; one = one.parentElement) {
    const alike = [...one.parentElement.children].filter(({ localName }) => localName === one.localName);
    steps.unshift(alike.length > 1 ? `${one.localName}:nth-of-type(${alike.indexOf(one) + 1})` : one.localName);
  }
  return steps.join(' > ');
}
