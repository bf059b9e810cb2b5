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
import { ShopifyPixel } from './shopify-pixel.tsx';
import { Steps } from './steps.tsx';

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
        {({ tag, site, pixel, firstEvent, slots, css }) => (
          <>
            <Card title={t.tagTitle}>
              <CopyField label={t.tagTitle} text={tag} look="primary" />
              <p class="soft small">{t.keyIsPublic(site)}</p>
              <p class="soft small">{t.understood}</p>
              <Tabs
                label={t.where}
                tabs={systems.map(({ id, label, steps }) => ({
                  id,
                  label,
                  panel: () => (
                    <div class="stack">
                      <Steps steps={steps} />
                      {id === 'shopify' && <ShopifyPixel pixel={pixel} />}
                    </div>
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
