import type { keys as english } from '../en/keys.ts';

export const keys: typeof english = {
  keys: {
    title: 'Chei',
    lead: 'Cum vorbesc sistemele tale cu Vitrina: ce cheie poate fi văzută și care nu.',
    publicTitle: 'Cheia publică',
    publicText:
      'Stă în eticheta din paginile tale. Cine o citește nu poate face mai mult decât o pagină a magazinului.',
    secretTitle: 'Chei secrete',
    secretText:
      'Pentru serverele tale: catalog, comenzi, evenimente, export. O cheie secretă deschide tot ce ține de magazin, deci nu are ce căuta într-o pagină sau aplicație. Dă fiecărui sistem cheia lui.',
    docs: 'Ce poate face API-ul',
    name: 'Nume',
    nameHint: 'Ce sistem o va folosi, de exemplu depozitul.',
    create: 'Creează o cheie secretă',
    newSecret: 'Noua cheie secretă',
    once: 'Copiaz-o acum: se arată o singură dată și nu se păstrează nicăieri.',
    none: 'Încă nu există chei secrete.',
    ending: 'Cheie',
    created: 'Creată',
    lastUsed: 'Ultima folosire',
    never: 'niciodată',
    state: 'Stare',
    revoke: 'Revocă',
    revokeSurely: 'Revocă definitiv',
    keep: 'Păstrează',
    revoked: (at) => `revocată la ${at}`,
    webhooksTitle: 'Webhook-uri',
    webhooksText:
      'Sistemul magazinului poate anunța singur comenzile și produsele. Dă-i această adresă și scrie aici secretul cu care semnează.',
    address: (name) => `Adresa pentru ${name}`,
    webhookSecret: (name) => `Secretul ${name}`,
    webhookHints: {
      shopify: 'Setări → Notificări → Webhook-uri îl arată în josul paginii. Alege formatul JSON.',
      woocommerce: 'WooCommerce → Setări → Avansat → Webhook-uri: câmpul „Secret”, același pentru fiecare webhook.',
      profiles:
        'Semnează fiecare mesaj cu acest secret: X-Vitrina-Signature, HMAC-SHA-256 al conținutului, în base64. /docs arată ce se poate spune.',
    },
    profilesName: 'Ce știu alții despre oameni',
    set: 'Păstrează secretul',
    replace: 'Înlocuiește secretul',
    heard: 'Ultimul mesaj:',
    notHeard: 'încă niciun mesaj',
    notSet: 'neconfigurat',
  },
};
