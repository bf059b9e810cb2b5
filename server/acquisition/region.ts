/** Where a browser is, as a proxy or a database of addresses says. Codes win over names. */
export interface PlaceWords {
  country?: string | undefined;
  /** With or without the country in front: `UA-46`, `46`. */
  regionCode?: string | undefined;
  /** In English, in whichever spelling. */
  regionName?: string | undefined;
}

/** ISO 3166-1 alpha-2, and ISO 3166-2. */
export interface Place {
  country?: string;
  region?: string;
}

/** Stems of the spellings in use, from Ukrainian and from Russian; ISO 3166-2:UA. Kyiv, city and oblast, is told apart below. */
const ukraine =
  '05 vinnyts vinnits vinnic,07 volyn,09 luhan lugan,12 dnipro dnepro,14 donets,18 zhytomyr zhitomir jytomyr,' +
  '21 zakarpat transcarpat,23 zaporizh zaporoz zaporiz,26 ivano,35 kirovohrad kirovograd kropyv,40 sevastopol,43 crimea krym krim,' +
  '46 lviv lvov,48 mykola nikola mikola,51 odes,53 poltav,56 rivne rovno rovne rivnen,59 sumy sumsk sums,61 ternop,63 khark hark,' +
  '65 kherson herson,68 khmeln hmeln,71 cherkas,74 chernihiv chernigov chernih,77 chernivts chernovts chernivc';
/** Names without diacritics, and the older spelling with î; ISO 3166-2:RO. */
const romania =
  'AB alba,AG arges,AR arad,B bucharest bucuresti,BC bacau,BH bihor,BN bistrita,BR braila,BT botosani,BV brasov,BZ buzau,' +
  'CJ cluj,CL calarasi,CS caras,CT constanta,CV covasna,DB dambovita dimbovita,DJ dolj,GJ gorj,GL galati,GR giurgiu,HD hunedoara,' +
  'HR harghita,IF ilfov,IL ialomita,IS iasi,MH mehedinti,MM maramures,MS mures,NT neamt,OT olt,PH prahova,SB sibiu,SJ salaj,' +
  'SM satu,SV suceava,TL tulcea,TM timis,TR teleorman,VL valcea vilcea,VN vrancea,VS vaslui';

const stems = new Map<string, [code: string, stem: string][]>([
  ['UA', stemsOf(ukraine)],
  ['RO', stemsOf(romania)],
]);

/** The place in ISO's codes; empty where nothing was said that can be believed. */
export function placeFrom({ country, regionCode, regionName }: PlaceWords): Place {
  const said = country?.toUpperCase() ?? '';
  // XX and T1 are Cloudflare's words for "unknown" and for Tor.
  if (!/^[A-Z]{2}$/.test(said) || said === 'XX') return {};
  const code = (regionCode ?? '').toUpperCase().replace(`${said}-`, '');
  const name = bare(regionName ?? '');
  const crimean = crimea(said, code, name);
  if (crimean) return { country: 'UA', region: `UA-${crimean}` };
  const region = knownCode(said, code) ?? named(said, name) ?? undefined;
  return { country: said, ...(region === undefined ? {} : { region: `${said}-${region}` }) };
}

/** Some databases file Crimea and Sevastopol, which are Ukraine (UN resolution 68/262), under Russia. */
function crimea(country: string, code: string, name: string): string | null {
  if (country !== 'RU') return null;
  if (code === 'SEV' || name.startsWith('sevastopol')) return '40';
  return code === 'CR' || code === 'KRM' || /^(crimea|krym|krim)/.test(name) ? '43' : null;
}

function knownCode(country: string, code: string): string | null {
  if (!/^[A-Z0-9]{1,3}$/.test(code)) return null;
  const known = stems.get(country);
  if (!known || (country === 'UA' && (code === '30' || code === '32'))) return code;
  return known.some(([of]) => of === code) ? code : null;
}

function named(country: string, name: string): string | null {
  if (country === 'UA' && /^(kyiv|kiev|kyyiv|kiyev)/.test(name)) return /obl|region|ska|skaya/.test(name) ? '32' : '30';
  return stems.get(country)?.find(([, stem]) => name.startsWith(stem))?.[0] ?? null;
}

/** Without diacritics, apostrophes, and what only says that it is a region. */
function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`ʹ]/g, '')
    .toLowerCase()
    .replace(
      /^(judetul|municipiul|misto|gorod|city of|municipality of|autonomous|avtonomna|republic of|respublika| )+/,
      '',
    )
    .trim();
}

function stemsOf(table: string): [string, string][] {
  return table.split(',').flatMap((line) => {
    const [code = '', ...names] = line.split(' ');
    return names.map((name): [string, string] => [code, name]);
  });
}
