import type { Messages } from './en.ts';
import { byExample } from './ro/by-example.ts';
import { campaignResults } from './ro/campaign-results.ts';
import { campaignRules } from './ro/campaign-rules.ts';
import { campaigns } from './ro/campaigns.ts';
import { catalog } from './ro/catalog.ts';
import { customers } from './ro/customers.ts';
import { doctor } from './ro/doctor.ts';
import { earnings } from './ro/earnings.ts';
import { edits } from './ro/edits.ts';
import { endpoints } from './ro/endpoints.ts';
import { finders } from './ro/finders.ts';
import { first } from './ro/first.ts';
import { install } from './ro/install.ts';
import { keys } from './ro/keys.ts';
import { loan } from './ro/loan.ts';
import { loop } from './ro/loop.ts';
import { nextAction } from './ro/next-action.ts';
import { occasions } from './ro/occasions.ts';
import { onShop } from './ro/on-shop.ts';
import { orderForm } from './ro/order-form.ts';
import { ownHtml } from './ro/own-html.ts';
import { past } from './ro/past.ts';
import { product } from './ro/product.ts';
import { profit } from './ro/profit.ts';
import { questions } from './ro/questions.ts';
import { ranking } from './ro/ranking.ts';
import { recipes } from './ro/recipes.ts';
import { recommendations } from './ro/recommendations.ts';
import { segments } from './ro/segments.ts';
import { settings } from './ro/settings.ts';
import { sources } from './ro/sources.ts';
import { timeMachine } from './ro/time-machine.ts';
import { visitor } from './ro/visitor.ts';
import { visitors } from './ro/visitors.ts';
import { why } from './ro/why.ts';

export const ro: Messages = {
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
