import './settings.css';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { OrderFormCard } from './order-form-card.tsx';
import { TasteCard } from './taste-card.tsx';

/** How the shop's own rules for reading what people do are set. */
export function SettingsPage() {
  const t = messages.value.settings;
  return (
    <Page title={t.title} lead={t.lead}>
      <TasteCard />
      <OrderFormCard />
    </Page>
  );
}
