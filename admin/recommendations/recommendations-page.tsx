import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { ComparisonCard } from './comparison-card.tsx';

/** How it is measured what the shelves bring. */
export function RecommendationsPage() {
  const t = messages.value.recommendations;
  return (
    <Page title={t.title} lead={t.lead}>
      <ComparisonCard />
    </Page>
  );
}
