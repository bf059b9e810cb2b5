export const install = {
  install: {
    title: 'Install',
    lead: 'One line on your pages, and Vitrina begins to listen. It slows nothing down and changes nothing by itself.',
    tagTitle: 'Your tag',
    keyIsPublic: (site: string) => `The site key ${site} is public: it may stand in your pages’ source.`,
    where: 'Where to paste it',
    understood:
      'What your pages already say is understood, without further tagging: the dataLayer of Google, Segment, Matomo, Klaviyo, WooCommerce, product data for search engines, and calls to the cart.',
    html: {
      label: 'HTML',
      steps: [
        'Open the template that all of your pages share.',
        'Paste the tag once, before the closing </head>.',
        'Publish, then open your shop in another tab.',
      ],
    },
    gtm: {
      label: 'Google Tag Manager',
      steps: [
        'In your container choose Tags → New → Custom HTML and paste the tag.',
        'Under Triggering choose Initialization – All Pages.',
        'Save, submit and publish the container, then open your shop.',
      ],
    },
    shopify: {
      label: 'Shopify',
      steps: [
        'Online Store → Themes → ⋯ → Edit code.',
        'Open layout/theme.liquid and paste the tag before </head>.',
        'Save, then open your shop.',
      ],
    },
    wordpress: {
      label: 'WooCommerce',
      steps: [
        'In a block theme’s header template part, or with a plugin for header scripts, open the header code.',
        'Paste the tag and save.',
        'Empty the cache of your caching plugin, then open your shop.',
        'Orders: send WooCommerce’s webhooks to Vitrina too (page Keys). They arrive even when a customer closes the thank-you page.',
      ],
    },
    pixelTitle: 'Your pixel for the checkout',
    pixelSteps: [
      'Shopify’s checkout loads no theme. In Settings → Customer events choose Add custom pixel and name it Vitrina.',
      'Under Permission choose “Not required”: the pixel asks Shopify itself what the customer allows. Paste the pixel in place of the example.',
      'Save and connect. Where the theme does not have the tag, write true in the pixel’s first line of code: it then tells everything.',
    ],
    listeningTitle: 'Is it working?',
    listening: 'Listening for the first event. Open your shop in another tab.',
    heardTitle: 'We received your first event',
    heardAt: (at: string) => `Received ${at}`,
    seeLive: 'See who is here',
    nothingYet: 'Nothing yet. What do you see?',
    symptoms: [
      {
        symptom: 'I cannot find the tag in my page’s source',
        cure: 'A cache still serves the old page. Empty the cache of your shop, of its plugins and of your CDN, and reload without the browser’s cache.',
      },
      {
        symptom: 'The tag is there, but its key looks different',
        cure: 'Compare data-site with the site key above, letter by letter. Some themes strip data- attributes: then put ?site= and the key at the end of the script’s address.',
      },
      {
        symptom: 'A cookie banner is open on the shop',
        cure: 'Until the visitor agrees, Vitrina keeps nothing on the device. Agree in the banner, and look whether the banner passes consent on.',
      },
      {
        symptom: 'The browser’s console speaks of Content-Security-Policy',
        cure: 'Allow Vitrina’s origin in script-src and connect-src of your shop’s policy.',
      },
      {
        symptom: 'The console says net::ERR_BLOCKED_BY_CLIENT',
        cure: 'An ad blocker stopped it. Try a private window without extensions; for your visitors, serve Vitrina from a subdomain of your own.',
      },
      {
        symptom: 'I am testing on localhost or a preview domain',
        cure: 'Vitrina answers only to the shop’s own domains. Add this one to the shop’s origins, or test on the real domain.',
      },
    ],
    slotsTitle: 'Places for widgets',
    slotsText:
      'Put these elements where Vitrina may show something. Your own content inside stays wherever there is nothing better. What a visitor has seen is never swapped, so leave a place empty that is in view as the page opens.',
    slotSize: (widget: string, height: number) => `${widget}, ${height} px high.`,
    slotHtml: (name: string) => `Element for ${name}`,
    cssTitle: 'Style that keeps their place free',
    cssText: 'So nothing on the page moves when a widget appears.',
  },
};
