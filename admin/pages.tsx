import { useErrorBoundary } from 'preact/hooks';
import lazy from 'preact-iso/lazy';
import { Route, Router } from 'preact-iso/router';
import { problemFrom } from './api/problem.ts';
import { EmptyState } from './components/empty-state.tsx';
import { LinkButton } from './components/link-button.tsx';
import { Page } from './components/page.tsx';
import { ProblemNote } from './components/problem-note.tsx';
import { allMessages, firstMessages } from './language/current.ts';
import { LivePage } from './live/live-page.tsx';

// The first screen does not wait for the pages that one opens now and then.
const AllCampaignsPage = opened(async () => (await import('./results/all-campaigns-page.tsx')).AllCampaignsPage);
const CampaignPage = opened(async () => (await import('./campaigns/campaign-page.tsx')).CampaignPage);
const CampaignResultsPage = opened(
  async () => (await import('./results/campaign-results-page.tsx')).CampaignResultsPage,
);
const CampaignsPage = opened(async () => (await import('./campaigns/campaigns-page.tsx')).CampaignsPage);
const CatalogPage = opened(async () => (await import('./catalog/catalog-page.tsx')).CatalogPage);
const CustomersPage = opened(async () => (await import('./customers/customers-page.tsx')).CustomersPage);
const DoctorPage = opened(async () => (await import('./doctor/doctor-page.tsx')).DoctorPage);
const FinderPage = opened(async () => (await import('./finders/finder-page.tsx')).FinderPage);
const GroupPeoplePage = opened(async () => (await import('./customers/group-people-page.tsx')).GroupPeoplePage);
const InstallPage = opened(async () => (await import('./install/install-page.tsx')).InstallPage);
const KeysPage = opened(async () => (await import('./keys/keys-page.tsx')).KeysPage);
const LoopPage = opened(async () => (await import('./loop/loop-page.tsx')).LoopPage);
const LoopPeoplePage = opened(async () => (await import('./loop/loop-people-page.tsx')).LoopPeoplePage);
const ProductPage = opened(async () => (await import('./product/product-page.tsx')).ProductPage);
const ProfitPage = opened(async () => (await import('./profit/profit-page.tsx')).ProfitPage);
const QuestionPage = opened(async () => (await import('./questions/question-page.tsx')).QuestionPage);
const QuestionsPage = opened(async () => (await import('./questions/questions-page.tsx')).QuestionsPage);
const ByExamplePage = opened(async () => (await import('./segments/by-example-page.tsx')).ByExamplePage);
const RecipePage = opened(async () => (await import('./recommendations/recipe-page.tsx')).RecipePage);
const RecommendationsPage = opened(
  async () => (await import('./recommendations/recommendations-page.tsx')).RecommendationsPage,
);
const ResultsPage = opened(async () => (await import('./earnings/results-page.tsx')).ResultsPage);
const SegmentPage = opened(async () => (await import('./segments/segment-page.tsx')).SegmentPage);
const SegmentsPage = opened(async () => (await import('./segments/segments-page.tsx')).SegmentsPage);
const SettingsPage = opened(async () => (await import('./settings/settings-page.tsx')).SettingsPage);
const VisitorPage = opened(async () => (await import('./visitor/visitor-page.tsx')).VisitorPage);
const VisitorsPage = opened(async () => (await import('./visitors/visitors-page.tsx')).VisitorsPage);

/** Which page stands at which address. */
export function Pages() {
  const [broken, mend] = useErrorBoundary();
  if (broken) {
    return (
      <Page title={firstMessages.value.problem.unexpected.what}>
        <ProblemNote problem={problemFrom(broken)} onRetry={mend} />
      </Page>
    );
  }
  return (
    <Router onRouteChange={focusPage}>
      <Route path="/admin" component={LivePage} />
      <Route path="/admin/loop" component={LoopPage} />
      <Route path="/admin/loop/people" component={LoopPeoplePage} />
      <Route path="/admin/visitors" component={VisitorsPage} />
      <Route path="/admin/visitors/:id" component={VisitorPage} />
      <Route path="/admin/customers" component={CustomersPage} />
      <Route path="/admin/customers/people" component={GroupPeoplePage} />
      <Route path="/admin/profit" component={ProfitPage} />
      <Route path="/admin/segments" component={SegmentsPage} />
      <Route path="/admin/segments/by-example" component={ByExamplePage} />
      <Route path="/admin/segments/:id" component={SegmentPage} />
      <Route path="/admin/campaigns" component={CampaignsPage} />
      <Route path="/admin/campaigns/+all" component={AllCampaignsPage} />
      <Route path="/admin/campaigns/:id" component={CampaignPage} />
      <Route path="/admin/campaigns/:id/results" component={CampaignResultsPage} />
      <Route path="/admin/recommendations" component={RecommendationsPage} />
      <Route path="/admin/recommendations/results" component={ResultsPage} />
      <Route path="/admin/recommendations/recipes/:id" component={RecipePage} />
      <Route path="/admin/recommendations/finders/:id" component={FinderPage} />
      <Route path="/admin/questions" component={QuestionsPage} />
      <Route path="/admin/questions/:key" component={QuestionPage} />
      <Route path="/admin/catalog" component={CatalogPage} />
      <Route path="/admin/catalog/products/:id" component={ProductPage} />
      <Route path="/admin/data" component={DoctorPage} />
      <Route path="/admin/install" component={InstallPage} />
      <Route path="/admin/keys" component={KeysPage} />
      <Route path="/admin/settings" component={SettingsPage} />
      <Route default component={NoSuchPage} />
    </Router>
  );
}

/** A page whose script and words come when it is opened. Where a newer panel has taken its place, all of that one is loaded. */
function opened<T>(load: () => Promise<T>) {
  return lazy(() =>
    Promise.all([load(), allMessages()]).then(
      ([page]) => page,
      () => {
        location.reload();
        return new Promise<T>(() => {});
      },
    ),
  );
}

/** A new page is read from its start, also by those who do not see it change. */
function focusPage() {
  document.getElementById('page')?.focus({ preventScroll: true });
}

function NoSuchPage() {
  const t = firstMessages.value.noSuchPage;
  return (
    <Page title={t.title}>
      <EmptyState title={t.headline} text={t.text} action={<LinkButton href="/admin">{t.back}</LinkButton>} />
    </Page>
  );
}
