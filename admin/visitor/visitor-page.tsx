import './visitor.css';
import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Erased } from '../../server/privacy/erase-person.ts';
import { client } from '../api/client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { OfPerson } from '../segments/of-person.tsx';
import { shortId } from '../visitors/person.tsx';
import { Arrivals } from './arrivals.tsx';
import { Badges } from './badges.tsx';
import { CampaignsNow } from './campaigns-now.tsx';
import { ConsentHistory } from './consent-history.tsx';
import { Devices } from './devices.tsx';
import { Erase } from './erase.tsx';
import { Facts } from './facts.tsx';
import { Identity } from './identity.tsx';
import { Likings } from './likings.tsx';
import { NextAction } from './next-action.tsx';
import { Orders } from './orders.tsx';
import { PersonProfit } from './person-profit.tsx';
import { Products } from './products.tsx';
import { SeesNow } from './sees-now.tsx';
import { Timeline } from './timeline.tsx';
import { Traits } from './traits.tsx';
import { Worth } from './worth.tsx';

/** Everything that is known of one person, and why they were shown what they were shown. */
export function VisitorPage() {
  const { id = '' } = useRoute().params;
  return <OneVisitor key={id} id={id} />;
}

function OneVisitor({ id }: { id: string }) {
  const t = messages.value;
  const visitor = useLoad(() => parseResponse(client.visitors[':id'].$get({ param: { id } })), [id]);
  const known = visitor.value;
  const [erased, setErased] = useState<Erased | null>(null);

  if (erased) {
    const action = <LinkButton href="/admin/visitors">{t.visitor.missingAction}</LinkButton>;
    return (
      <Page title={t.erase.doneTitle}>
        <div role="status">
          <EmptyState title={t.erase.doneTitle} text={t.erase.done(erased.visitors, erased.events)} action={action} />
        </div>
      </Page>
    );
  }
  if (visitor.problem?.status === 404) {
    const action = <LinkButton href="/admin/visitors">{t.visitor.missingAction}</LinkButton>;
    return (
      <Page title={t.visitor.missingTitle}>
        <EmptyState title={t.visitor.missingTitle} text={t.visitor.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page
      title={known?.who ?? t.unknownVisitor(shortId(id))}
      aside={known && <Badges visitor={known} />}
      lead={known && <Identity visitor={known} />}
    >
      <Awaited of={visitor} lines={12}>
        {(person) => (
          <>
            <Facts visitor={person} />
            <NextAction id={id} />
            <Worth id={id} />
            <PersonProfit id={id} />
            <div class="page-columns">
              <div class="stack visitor-side">
                <Arrivals visitor={person} />
                <Orders orders={person.orderList} />
                <OfPerson visitor={id} />
                <Likings affinities={person.affinities} />
                <SeesNow id={id} />
                <CampaignsNow id={id} />
                <Products visitor={person} />
                <Traits visitor={person} onChange={visitor.reload} />
                <ConsentHistory words={person.consentHistory} />
                <Devices visitor={person} onChange={visitor.reload} />
                <Erase id={id} onErased={setErased} />
              </div>
              <Timeline visitor={person} />
            </div>
          </>
        )}
      </Awaited>
    </Page>
  );
}
