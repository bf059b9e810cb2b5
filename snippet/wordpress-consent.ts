import type { Tell } from './banner.ts';
import { quietly } from './quietly.ts';

declare global {
  interface Window {
    wp_has_consent?: (category: string) => boolean;
    consent_api?: { cookie_prefix?: string };
  }
}

/** The WP Consent API (wordpress.org/plugins/wp-consent-api), through which WordPress' banners speak. */
export function wordpress(tell: Tell): undefined {
  const has = window.wp_has_consent;
  if (typeof has !== 'function') return;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look() {
    const [statistics, personalisation, marketing] = ['statistics', 'preferences', 'marketing'].map((one) =>
      has?.(one),
    );
    // Without its cookie nobody has answered, and what is allowed is the site's own default.
    const isAnswer = document.cookie.includes(`${window.consent_api?.cookie_prefix ?? 'wp_consent'}_`);
    tell({ statistics, personalisation, marketing }, isAnswer || statistics === true);
  }

  // One event a category: an answer is heard when all of it has been said.
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(quietly(look));
  };
  for (const name of ['wp_listen_for_consent_change', 'wp_consent_type_defined'])
    document.addEventListener(name, lookSoon);
  look();
}
