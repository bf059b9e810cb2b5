import type { install as english } from '../en/install.ts';

export const install: typeof english = {
  install: {
    title: 'Instalare',
    lead: 'Un rând în paginile tale și Vitrina începe să asculte. Nu încetinește nimic și nu schimbă nimic de la sine.',
    tagTitle: 'Eticheta ta',
    keyIsPublic: (site) => `Cheia site-ului, ${site}, este publică: poate sta în sursa paginilor.`,
    where: 'Unde o lipești',
    understood:
      'Ce spun deja paginile tale este înțeles fără alte etichete: dataLayer de la Google, Segment, Matomo, Klaviyo, WooCommerce, datele produselor pentru motoarele de căutare și apelurile către coș.',
    html: {
      label: 'HTML',
      steps: [
        'Deschide șablonul comun tuturor paginilor.',
        'Lipește eticheta o singură dată, înainte de </head>.',
        'Publică, apoi deschide magazinul în altă filă.',
      ],
    },
    gtm: {
      label: 'Google Tag Manager',
      steps: [
        'În container alege Etichete → Nou → HTML personalizat și lipește eticheta.',
        'La declanșare alege Inițializare – toate paginile.',
        'Salvează, publică containerul, apoi deschide magazinul.',
      ],
    },
    shopify: {
      label: 'Shopify',
      steps: [
        'Online Store → Themes → ⋯ → Edit code.',
        'Deschide layout/theme.liquid și lipește eticheta înainte de </head>.',
        'Salvează, apoi deschide magazinul.',
      ],
    },
    wordpress: {
      label: 'WooCommerce',
      steps: [
        'Deschide codul antetului: în partea „header” a unei teme cu blocuri sau într-un plugin pentru scripturi în antet.',
        'Lipește eticheta și salvează.',
        'Golește memoria cache a pluginului de cache, apoi deschide magazinul.',
        'Comenzi: trimite la Vitrina și webhookurile WooCommerce (pagina Chei). Ele ajung chiar dacă clientul închide pagina de mulțumire.',
      ],
    },
    pixelTitle: 'Pixelul tău pentru finalizarea comenzii',
    pixelSteps: [
      'La finalizarea comenzii, Shopify nu încarcă tema. În Settings → Customer events alege Add custom pixel și numește-l Vitrina.',
      'La Permission alege „Not required”: pixelul întreabă singur Shopify ce permite clientul. Lipește pixelul în locul exemplului.',
      'Salvează și conectează. Dacă tema nu are eticheta, scrie true în primul rând de cod al pixelului: atunci spune totul.',
    ],
    listeningTitle: 'Funcționează?',
    listening: 'Așteptăm primul eveniment. Deschide magazinul în altă filă.',
    heardTitle: 'Am primit primul tău eveniment',
    heardAt: (at) => `Primit ${at}`,
    seeLive: 'Vezi cine este aici',
    nothingYet: 'Încă nimic. Ce vezi?',
    symptoms: [
      {
        symptom: 'Nu găsesc eticheta în sursa paginii',
        cure: 'O memorie cache servește încă pagina veche. Golește cache-ul magazinului, al pluginurilor și al CDN-ului și reîncarcă fără cache-ul browserului.',
      },
      {
        symptom: 'Eticheta este acolo, dar cheia arată altfel',
        cure: 'Compară data-site cu cheia de mai sus, literă cu literă. Unele teme elimină atributele data-: atunci pune ?site= și cheia la sfârșitul adresei scriptului.',
      },
      {
        symptom: 'În magazin este deschis un banner de cookie-uri',
        cure: 'Până când vizitatorul acceptă, Vitrina nu păstrează nimic pe dispozitiv. Acceptă în banner și verifică dacă acesta transmite acordul.',
      },
      {
        symptom: 'Consola browserului vorbește de Content-Security-Policy',
        cure: 'Permite adresa Vitrina în script-src și connect-src din politica magazinului.',
      },
      {
        symptom: 'Consola spune net::ERR_BLOCKED_BY_CLIENT',
        cure: 'Un blocator de reclame a oprit-o. Încearcă o fereastră privată fără extensii; pentru vizitatori, servește Vitrina de pe un subdomeniu propriu.',
      },
      {
        symptom: 'Testez pe localhost sau pe un domeniu de probă',
        cure: 'Vitrina răspunde doar domeniilor magazinului. Adaugă-l pe acesta la cele permise sau testează pe domeniul real.',
      },
    ],
    slotsTitle: 'Locuri pentru widgeturi',
    slotsText:
      'Puneți aceste elemente acolo unde Vitrina poate arăta ceva. Conținutul propriu din interior rămâne când nu există ceva mai bun. Ce a fost văzut nu se schimbă niciodată, deci lăsați gol locul care se vede de la început.',
    slotSize: (widget, height) => `${widget}, înălțime ${height} px.`,
    slotHtml: (name) => `Element pentru ${name}`,
    cssTitle: 'Stilul care le păstrează locul',
    cssText: 'Ca nimic din pagină să nu se miște când apare un widget.',
  },
};
