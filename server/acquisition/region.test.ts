import { expect, test } from 'vitest';
import { placeFrom } from './region.ts';

test.each([
  ['UA', '46', undefined, 'UA-46'],
  ['ua', 'UA-30', undefined, 'UA-30'],
  ['UA', undefined, 'Kyiv City', 'UA-30'],
  ['UA', undefined, 'Kyiv', 'UA-30'],
  ['UA', undefined, 'Kiev', 'UA-30'],
  ['UA', undefined, 'Misto Kyiv', 'UA-30'],
  ['UA', undefined, 'Kyiv Oblast', 'UA-32'],
  ['UA', undefined, 'Kyivska oblast', 'UA-32'],
  ['UA', undefined, "L'vivs'ka Oblast'", 'UA-46'],
  ['UA', undefined, 'Odessa', 'UA-51'],
  ['UA', undefined, 'Odeska Oblast', 'UA-51'],
  ['UA', undefined, 'Kharkivs’ka Oblast’', 'UA-63'],
  ['UA', undefined, 'Dnipropetrovsk Oblast', 'UA-12'],
  ['UA', undefined, 'Zaporizhzhya Oblast', 'UA-23'],
  ['UA', undefined, 'Chernihiv', 'UA-74'],
  ['UA', undefined, 'Chernivtsi Oblast', 'UA-77'],
  ['UA', undefined, 'Autonomous Republic of Crimea', 'UA-43'],
  ['UA', undefined, 'Sevastopol City', 'UA-40'],
  ['UA', '99', 'Rivne', 'UA-56'],
  ['RU', 'CR', 'Crimea', 'UA-43'],
  ['RU', undefined, 'Sevastopol', 'UA-40'],
  ['RU', 'MOW', 'Moscow', 'RU-MOW'],
  ['RO', undefined, 'Bucharest', 'RO-B'],
  ['RO', undefined, 'București', 'RO-B'],
  ['RO', undefined, 'Municipiul București', 'RO-B'],
  ['RO', undefined, 'Județul Cluj', 'RO-CJ'],
  ['RO', undefined, 'Cluj County', 'RO-CJ'],
  ['RO', undefined, 'Bistriţa-Năsăud', 'RO-BN'],
  ['RO', undefined, 'Vîlcea', 'RO-VL'],
  ['RO', undefined, 'Satu Mare', 'RO-SM'],
  ['RO', 'IS', undefined, 'RO-IS'],
  ['DE', 'BY', 'Bavaria', 'DE-BY'],
])('%s, %s, %s is %s', (country, regionCode, regionName, region) => {
  expect(placeFrom({ country, regionCode, regionName })).toEqual({ country: region.slice(0, 2), region });
});

test.each([
  [{}, {}],
  [{ country: 'XX' }, {}],
  [{ country: 'T1' }, {}],
  [{ country: 'Ukraine' }, {}],
  [{ country: 'UA', regionName: 'Atlantis' }, { country: 'UA' }],
  [{ country: 'UA', regionCode: '<b>' }, { country: 'UA' }],
])('%j is %j', (words, place) => {
  expect(placeFrom(words)).toEqual(place);
});
