import { afterAll, beforeAll, describe } from 'vitest';
import { acknowledging } from './collector/acknowledging.ts';
import { adding } from './collector/adding.ts';
import { alerting } from './collector/alerting.ts';
import { announcing } from './collector/announcing.ts';
import { answering } from './collector/answering.ts';
import { arbitrating } from './collector/arbitrating.ts';
import { asking } from './collector/asking.ts';
import { buyingAgain } from './collector/buying-again.ts';
import { campaigning } from './collector/campaigning.ts';
import { celebrating } from './collector/celebrating.ts';
import { comingFrom } from './collector/coming-from.ts';
import { comparing } from './collector/comparing.ts';
import { composing } from './collector/composing.ts';
import { consenting } from './collector/consenting.ts';
import { costing } from './collector/costing.ts';
import { couponing } from './collector/couponing.ts';
import { doctoring } from './collector/doctoring.ts';
import { drilling } from './collector/drilling.ts';
import { earning } from './collector/earning.ts';
import { editing } from './collector/editing.ts';
import { employing } from './collector/employing.ts';
import { erasing } from './collector/erasing.ts';
import { feeding } from './collector/feeding.ts';
import { finding } from './collector/finding.ts';
import { forging } from './collector/forging.ts';
import { fuzzing } from './collector/fuzzing.ts';
import { gathering } from './collector/gathering.ts';
import { gifting } from './collector/gifting.ts';
import { goingBack } from './collector/going-back.ts';
import { handingOver } from './collector/handing-over.ts';
import { integrating } from './collector/integrating.ts';
import { joining } from './collector/joining.ts';
import { keeping } from './collector/keeping.ts';
import { knowing } from './collector/knowing.ts';
import { lending } from './collector/lending.ts';
import { liking } from './collector/liking.ts';
import { limiting } from './collector/limiting.ts';
import { listing } from './collector/listing.ts';
import { looping } from './collector/looping.ts';
import { moving } from './collector/moving.ts';
import { notifying } from './collector/notifying.ts';
import { orderTelling } from './collector/order-telling.ts';
import { owning } from './collector/owning.ts';
import { prefilling } from './collector/prefilling.ts';
import { previewing } from './collector/previewing.ts';
import { profiting } from './collector/profiting.ts';
import { proving } from './collector/proving.ts';
import { ranking } from './collector/ranking.ts';
import { rechecking } from './collector/rechecking.ts';
import { recommending } from './collector/recommending.ts';
import { refusing } from './collector/refusing.ts';
import { searching } from './collector/searching.ts';
import { seeing } from './collector/seeing.ts';
import { segmenting } from './collector/segmenting.ts';
import { serving } from './collector/serving.ts';
import { signingIn } from './collector/signing-in.ts';
import { openStage, type Stage } from './collector/stage.ts';
import { surveying } from './collector/surveying.ts';
import { tasting } from './collector/tasting.ts';
import { telling } from './collector/telling.ts';
import { templating } from './collector/templating.ts';
import { translating } from './collector/translating.ts';
import { valuing } from './collector/valuing.ts';

import { watching } from './collector/watching.ts';
import { runtimes } from './runtimes.ts';

/** One suite of requests for each runtime: what holds on Node holds at the edge. */
describe.each(runtimes)('on $name', (runtime) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(runtime);
  });
  afterAll(() => stage?.stop());

  for (const suite of [
    answering,
    keeping,
    refusing,
    consenting,
    knowing,
    asking,
    joining,
    handingOver,
    forging,
    signingIn,
    watching,
    serving,
    integrating,
    costing,
    profiting,
    notifying,
    recommending,
    finding,
    gathering,
    gifting,
    feeding,
    comingFrom,
    doctoring,
    liking,
    tasting,
    segmenting,
    telling,
    editing,
    employing,
    erasing,
    owning,
    limiting,
    fuzzing,
    acknowledging,
    valuing,
    translating,
    seeing,
    comparing,
    campaigning,
    goingBack,
    arbitrating,
    rechecking,
    couponing,
    previewing,
    prefilling,
    templating,
    orderTelling,
    surveying,
    alerting,
    lending,
    adding,
    earning,
    composing,
    ranking,
    drilling,
    // After those whom other customers of the shop would change.
    searching,
    listing,
    looping,
    moving,
    announcing,
    celebrating,
    buyingAgain,
    // Hundreds of people.
    proving,
  ]) {
    suite(() => stage);
  }
});
