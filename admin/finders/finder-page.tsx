import './finders.css';
import { useRoute } from 'preact-iso/router';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { inLanguage } from '../questions/in-language.ts';
import { FinderEditor } from './finder-editor.tsx';
import { loadFinders } from './load-finders.ts';

/** A new finder, at an address that none has; else one that the shop has. */
export function FinderPage() {
  const t = messages.value.finders;
  const { id = '+' } = useRoute().params;
  const list = useLoad(loadFinders, [id]);
  const finder = list.value?.finders.find((one) => one.id === id) ?? null;
  if (id !== '+' && list.value && !finder) {
    const action = <LinkButton href="/admin/recommendations">{t.back}</LinkButton>;
    return (
      <Page title={t.missing}>
        <EmptyState title={t.missing} text={t.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page title={finder ? inLanguage(finder.title) : t.create} lead={t.lead}>
      <Awaited of={list} lines={12}>
        {(known) => <FinderEditor key={id} finder={finder} known={known} />}
      </Awaited>
    </Page>
  );
}
