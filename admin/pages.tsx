import { useErrorBoundary } from 'preact/hooks';
import lazy from 'preact-iso/lazy';
import { Route, Router } from 'preact-iso/router';
import { problemFrom } from './api/problem.ts';
import { EmptyState } from './components/empty-state.tsx';
import { LinkButton } from './components/link-button.tsx';
import { Page } from './components/page.tsx';
import { ProblemNote } from './components/problem-note.tsx';
import { messages } from './language/current.ts';
import { LivePage } from './live/live-page.tsx';

/** Loaded when somebody goes there: the first screen has its budget. */
const CatalogPage = lazy(() => import('./catalog/catalog-page.tsx').then((page) => page.CatalogPage));
const DoctorPage = lazy(() => import('./doctor/doctor-page.tsx').then((page) => page.DoctorPage));
const InstallPage = lazy(() => import('./install/install-page.tsx').then((page) => page.InstallPage));
const KeysPage = lazy(() => import('./keys/keys-page.tsx').then((page) => page.KeysPage));
const SegmentPage = lazy(() => import('./segments/segment-page.tsx').then((page) => page.SegmentPage));
const SegmentsPage = lazy(() => import('./segments/segments-page.tsx').then((page) => page.SegmentsPage));
const VisitorPage = lazy(() => import('./visitor/visitor-page.tsx').then((page) => page.VisitorPage));
const VisitorsPage = lazy(() => import('./visitors/visitors-page.tsx').then((page) => page.VisitorsPage));
const CustomersPage = lazy(() => import('./customers/customers-page.tsx').then((page) => page.CustomersPage));
const GroupPeoplePage = lazy(() => import('./customers/group-people-page.tsx').then((page) => page.GroupPeoplePage));

/** Which page stands at which address. */
export function Pages() {
  const [broken, mend] = useErrorBoundary();
  if (broken) {
    return (
      <Page title={messages.value.problem.unexpected.what}>
        <ProblemNote problem={problemFrom(broken)} onRetry={mend} />
      </Page>
    );
  }
  return (
    <Router onRouteChange={focusPage}>
      <Route path="/admin" component={LivePage} />
      <Route path="/admin/visitors" component={VisitorsPage} />
      <Route path="/admin/visitors/:id" component={VisitorPage} />
      <Route path="/admin/customers" component={CustomersPage} />
      <Route path="/admin/customers/people" component={GroupPeoplePage} />
      <Route path="/admin/segments" component={SegmentsPage} />
      <Route path="/admin/segments/:id" component={SegmentPage} />
      <Route path="/admin/catalog" component={CatalogPage} />
      <Route path="/admin/data" component={DoctorPage} />
      <Route path="/admin/install" component={InstallPage} />
      <Route path="/admin/keys" component={KeysPage} />
      <Route default component={NoSuchPage} />
    </Router>
  );
}

/** A new page is read from its start, also by those who do not see it change. */
function focusPage() {
  document.getElementById('page')?.focus({ preventScroll: true });
}

function NoSuchPage() {
  const t = messages.value.noSuchPage;
  return (
    <Page title={t.title}>
      <EmptyState title={t.headline} text={t.text} action={<LinkButton href="/admin">{t.back}</LinkButton>} />
    </Page>
  );
}
