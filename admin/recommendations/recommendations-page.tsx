import './recipes.css';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { FindersCard } from '../finders/finders-card.tsx';
import { messages } from '../language/current.ts';
import { ComparisonCard } from './comparison-card.tsx';
import { OccasionsCard } from './occasions-card.tsx';
import { RankingCard } from './ranking-card.tsx';
import { RecipesCard } from './recipes-card.tsx';

/** What stands on the shelves, and how it is measured what they bring. */
export function RecommendationsPage() {
  const t = messages.value.recommendations;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      aside={
        <LinkButton look="plain" href="/admin/recommendations/results">
          {messages.value.earnings.toResults}
        </LinkButton>
      }
    >
      <RecipesCard />
      <RankingCard />
      <FindersCard />
      <OccasionsCard />
      <ComparisonCard />
    </Page>
  );
}
