import './install.css';
import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Page } from '../components/page.tsx';
import { Tabs } from '../components/tabs.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { FirstEvent } from './first-event.tsx';
import { Places } from './places.tsx';

/** One line to paste, and the proof that it works. */
export function InstallPage() {
  const t = messages.value.install;
  const install = useLoad(() => parseResponse(client.install.$get()), []);
  const systems = [
    { id: 'html', ...t.html },
    { id: 'gtm', ...t.gtm },
    { id: 'shopify', ...t.shopify },
    { id: 'wordpress', ...t.wordpress },
  ];
  return (
    <Page title={t.title} lead={t.lead}>
      <Awaited of={install} lines={8}>
        {({ tag, site, firstEvent, slots, css }) => (
          <>
            <Card title={t.tagTitle}>
              <CopyField label={t.tagTitle} text={tag} look="primary" />
              <p class="soft small">{t.keyIsPublic(site)}</p>
              <Tabs
                label={t.where}
                tabs={systems.map(({ id, label, steps }) => ({
                  id,
                  label,
                  panel: () => (
                    <ol class="install-steps">
                      {steps.map((step) => (
                        <li key={step}>{step}</li>
                      ))}
                    </ol>
                  ),
                }))}
              />
            </Card>
            <FirstEvent known={firstEvent} onConnected={install.reload} />
            <Places slots={slots} css={css} />
          </>
        )}
      </Awaited>
    </Page>
  );
}
