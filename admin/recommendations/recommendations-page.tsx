import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { ComparisonCard } from './comparison-card.tsx';

/** What the shelves earn. */
export function RecommendationsPage() {
  const t = messages.value.recommendations;
  return (
    <Page title={t.title} lead={t.lead}>
      <ComparisonCard />
    </Page>
  );
}
