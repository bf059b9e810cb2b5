import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { language, messages } from '../language/current.ts';
import { shop } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { type Draft, newId, readyOf } from './draft.ts';
import { EditorProblem } from './editor-problem.tsx';
import { placeWords } from './place-words.ts';
import { usePicked } from './use-picked.ts';

interface Props {
  draft: Draft;
  campaigns: readonly Campaign[];
  /** Of a place that was picked on the shop. */
  onPick: (part: Pick<Draft, 'place' | 'pages'>) => void;
}

/** As the snippet knows it: see `takeToken` of the widgets' editor. */
const fragment = '#_vp=';

/** Opens the shop with what stands in the form, seen by nobody else; and hears what is picked there. */
export function OpenOnShop({ draft, campaigns, onPick }: Props) {
  const t = messages.value.onShop;
  const [page, setPage] = useState(firstPage(draft));
  const { picked, follow } = usePicked(onPick);
  const { submit, busy, problem } = useSubmit(async () => {
    // Browsers open a window only at the press itself; and the shop's page is not to reach the panel's.
    const tab = window.open('about:blank');
    if (tab) tab.opener = null;
    try {
      const id = draft.id || newId(draft.name, new Set(campaigns.map((one) => one.id)));
      const json = { campaign: { ...readyOf(draft), id }, language: language.value };
      const opened = await parseResponse(client.previews.$post({ json }));
      follow(opened);
      const address = new URL(page, shop.value?.domain);
      address.hash = fragment + opened.token;
      if (tab) tab.location.href = address.href;
      else window.location.href = address.href;
    } catch (thrown) {
      tab?.close();
      throw thrown;
    }
  });
  return (
    <Card title={t.title}>
      <div class="stack">
        <p class="soft small">{t.meaning}</p>
        <Field label={t.page} hint={t.pageHint(shop.value?.domain ?? '')} value={page} onInput={setPage} optional />
        <div class="row">
          <Button busy={busy} onPress={submit}>
            {t.open}
          </Button>
        </div>
        <p role="status">{picked && t.picked(placeWords(picked))}</p>
        {problem && <EditorProblem problem={problem} onLoad={submit} />}
      </div>
    </Card>
  );
}

/** One that it is for. */
function firstPage({ pages }: Draft): string {
  return pages.only.find((path) => path && !path.includes('*')) ?? '/';
}
