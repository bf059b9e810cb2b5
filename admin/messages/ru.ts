import type { Messages } from './en.ts';
import { byExample } from './ru/by-example.ts';
import { campaignResults } from './ru/campaign-results.ts';
import { campaignRules } from './ru/campaign-rules.ts';
import { campaigns } from './ru/campaigns.ts';
import { catalog } from './ru/catalog.ts';
import { customers } from './ru/customers.ts';
import { doctor } from './ru/doctor.ts';
import { earnings } from './ru/earnings.ts';
import { edits } from './ru/edits.ts';
import { endpoints } from './ru/endpoints.ts';
import { finders } from './ru/finders.ts';
import { first } from './ru/first.ts';
import { install } from './ru/install.ts';
import { keys } from './ru/keys.ts';
import { loan } from './ru/loan.ts';
import { loop } from './ru/loop.ts';
import { nextAction } from './ru/next-action.ts';
import { occasions } from './ru/occasions.ts';
import { onShop } from './ru/on-shop.ts';
import { orderForm } from './ru/order-form.ts';
import { ownHtml } from './ru/own-html.ts';
import { past } from './ru/past.ts';
import { product } from './ru/product.ts';
import { profit } from './ru/profit.ts';
import { questions } from './ru/questions.ts';
import { ranking } from './ru/ranking.ts';
import { recipes } from './ru/recipes.ts';
import { recommendations } from './ru/recommendations.ts';
import { segments } from './ru/segments.ts';
import { settings } from './ru/settings.ts';
import { sources } from './ru/sources.ts';
import { timeMachine } from './ru/time-machine.ts';
import { visitor } from './ru/visitor.ts';
import { visitors } from './ru/visitors.ts';
import { why } from './ru/why.ts';

export const ru: Messages = {
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
