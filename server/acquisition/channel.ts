/** How someone came, in the words of the reports. `other` is a campaign whose medium says nothing that we know. */
export const channels = [
  'direct',
  'organic-search',
  'paid-search',
  'social',
  'paid-social',
  'email',
  'referral',
  'affiliate',
  'display',
  'assistant',
  'push',
  'sms',
  'other',
] as const;

export type Channel = (typeof channels)[number];

/** The medium that a channel has where no campaign names one. */
export const mediumOf: Record<Channel, string> = {
  direct: 'none',
  'organic-search': 'organic',
  'paid-search': 'cpc',
  social: 'social',
  'paid-social': 'paid_social',
  email: 'email',
  referral: 'referral',
  affiliate: 'affiliate',
  display: 'display',
  assistant: 'assistant',
  push: 'push',
  sms: 'sms',
  other: 'campaign',
};

/**
 * The channel of a campaign's medium, as Google Analytics 4 groups them, and the spellings that shops use. `usual` is what the
 * source is without a campaign: paid clicks of a social network are paid social.
 */
export function channelOf(medium: string, source: string, usual: Channel | null): Channel {
  const word = medium.toLowerCase().replace(/[\s_-]+/g, '');
  if (word === 'sms' || word === 'mms' || source === 'sms') return 'sms';
  if (/push$|^notification$/.test(word)) return 'push';
  if (/^e?mail(ing)?$|^newsletter$|^edm$/.test(word) || (word === '' && /^(e-?mail|newsletter)$/i.test(source)))
    return 'email';
  if (/^affiliates?$|^partners?$|^partnership$|^cp[als]$/.test(word)) return 'affiliate';
  if (/^paidsocial|^socialpaid$|^socialads?$/.test(word)) return 'paid-social';
  if (/^display$|^banners?$|^cpm$|^programmatic$|^retargeting$|^remarketing$/.test(word))
    return usual === 'social' ? 'paid-social' : 'display';
  if (/^(cpc|ppc|cpv|paid|paidsearch|sem|shopping|ads?)$/.test(word))
    return usual === 'social' ? 'paid-social' : 'paid-search';
  if (/^social|^sm$|^smm$/.test(word)) return 'social';
  if (/^organic/.test(word)) return usual === 'social' ? 'social' : 'organic-search';
  if (/^(referral|link|app)$/.test(word)) return 'referral';
  if (/^(assistant|ai|llm|chatbot)$/.test(word)) return 'assistant';
  if (word === 'none' || word === '(none)') return 'direct';
  return usual ?? 'other';
}
