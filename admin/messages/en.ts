import { byExample } from './en/by-example.ts';
import { campaignResults } from './en/campaign-results.ts';
import { campaignRules } from './en/campaign-rules.ts';
import { campaigns } from './en/campaigns.ts';
import { catalog } from './en/catalog.ts';
import { customers } from './en/customers.ts';
import { doctor } from './en/doctor.ts';
import { earnings } from './en/earnings.ts';
import { edits } from './en/edits.ts';
import { endpoints } from './en/endpoints.ts';
import { finders } from './en/finders.ts';
import { first } from './en/first.ts';
import { install } from './en/install.ts';
import { keys } from './en/keys.ts';
import { loan } from './en/loan.ts';
import { loop } from './en/loop.ts';
import { nextAction } from './en/next-action.ts';
import { occasions } from './en/occasions.ts';
import { onShop } from './en/on-shop.ts';
import { orderForm } from './en/order-form.ts';
import { ownHtml } from './en/own-html.ts';
import { past } from './en/past.ts';
import { product } from './en/product.ts';
import { profit } from './en/profit.ts';
import { questions } from './en/questions.ts';
import { ranking } from './en/ranking.ts';
import { recipes } from './en/recipes.ts';
import { recommendations } from './en/recommendations.ts';
import { segments } from './en/segments.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { timeMachine } from './en/time-machine.ts';
import { visitor } from './en/visitor.ts';
import { visitors } from './en/visitors.ts';
import { why } from './en/why.ts';

/** What the merchant reads, in English, a file a room of the panel: the shape of the other catalogues. */
export const en = {
  ...first,
  ...customers,
  ...loan,
  ...loop,
  ...nextAction,
  ...onShop,
  ...orderForm,
  ...ownHtml,
  ...past,
  ...timeMachine,
  ...product,
  ...profit,
  ...questions,
  ...sources,
  ...recipes,
  ...finders,
  ...ranking,
  ...recommendations,
  ...occasions,
  ...earnings,
  ...segments,
  ...byExample,
  ...campaignResults,
  ...campaignRules,
  ...campaigns,
  ...endpoints,
  ...visitors,
  ...visitor,
  ...edits,
  ...why,
  ...catalog,
  ...keys,
  ...doctor,
  ...install,
  ...settings,
};

export type Messages = typeof en;
