import type { Tell } from './banner.ts';

interface CustomerPrivacy {
  analyticsProcessingAllowed(): boolean;
  preferencesProcessingAllowed(): boolean;
  marketingAllowed(): boolean;
  /** `yes`, `no`, or nothing as long as nobody has answered. */
  currentVisitorConsent(): Record<string, string>;
}

declare global {
  interface Window {
    Shopify?: {
      customerPrivacy?: Partial<CustomerPrivacy>;
      loadFeatures?: (features: { name: string; version: string }[], done: (error?: unknown) => void) => void;
    };
  }
}

/** Shopify's customer privacy (shopify.dev/docs/api/customer-privacy), which knows where an answer is needed at all. */
export function shopify(tell: Tell): Promise<void> | undefined {
  const shop = window.Shopify;
  if (!shop) return;

  function look() {
    const privacy = shop?.customerPrivacy;
    if (!privacy?.analyticsProcessingAllowed) return false;
    const statistics = privacy.analyticsProcessingAllowed();
    const given = Object.values(privacy.currentVisitorConsent?.() ?? {});
    const isAnswer = statistics || given.includes('yes') || given.includes('no');
    const personalisation = privacy.preferencesProcessingAllowed?.();
    tell({ statistics, personalisation, marketing: privacy.marketingAllowed?.() }, isAnswer);
    return true;
  }

  document.addEventListener('visitorConsentCollected', look);
  if (look()) return;
  return new Promise((settle) => {
    if (!shop.loadFeatures) return settle();
    shop.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], () => {
      look();
      settle();
    });
  });
}
