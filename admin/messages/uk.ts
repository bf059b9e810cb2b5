import type { Messages } from './en.ts';
import { byExample } from './uk/by-example.ts';
import { campaignResults } from './uk/campaign-results.ts';
import { campaignRules } from './uk/campaign-rules.ts';
import { campaigns } from './uk/campaigns.ts';
import { catalog } from './uk/catalog.ts';
import { customers } from './uk/customers.ts';
import { doctor } from './uk/doctor.ts';
import { earnings } from './uk/earnings.ts';
import { edits } from './uk/edits.ts';
import { endpoints } from './uk/endpoints.ts';
import { finders } from './uk/finders.ts';
import { first } from './uk/first.ts';
import { install } from './uk/install.ts';
import { keys } from './uk/keys.ts';
import { loan } from './uk/loan.ts';
import { loop } from './uk/loop.ts';
import { nextAction } from './uk/next-action.ts';
import { occasions } from './uk/occasions.ts';
import { onShop } from './uk/on-shop.ts';
import { orderForm } from './uk/order-form.ts';
import { ownHtml } from './uk/own-html.ts';
import { past } from './uk/past.ts';
import { product } from './uk/product.ts';
import { profit } from './uk/profit.ts';
import { questions } from './uk/questions.ts';
import { ranking } from './uk/ranking.ts';
import { recipes } from './uk/recipes.ts';
import { recommendations } from './uk/recommendations.ts';
import { segments } from './uk/segments.ts';
import { settings } from './uk/settings.ts';
import { sources } from './uk/sources.ts';
import { timeMachine } from './uk/time-machine.ts';
import { visitor } from './uk/visitor.ts';
import { visitors } from './uk/visitors.ts';
import { why } from './uk/why.ts';

export const uk: Messages = {
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
