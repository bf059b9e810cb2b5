import { useErrorBoundary } from 'preact/hooks';
import { Route, Router } from 'preact-iso/router';
import { problemFrom } from './api/problem.ts';
import { CatalogPage } from './catalog/catalog-page.tsx';
import { EmptyState } from './components/empty-state.tsx';
import { LinkButton } from './components/link-button.tsx';
import { Page } from './components/page.tsx';
import { ProblemNote } from './components/problem-note.tsx';
import { DoctorPage } from './doctor/doctor-page.tsx';
import { InstallPage } from './install/install-page.tsx';
import { KeysPage } from './keys/keys-page.tsx';
import { messages } from './language/current.ts';
import { LivePage } from './live/live-page.tsx';
import { SegmentPage } from './segments/segment-page.tsx';
import { SegmentsPage } from './segments/segments-page.tsx';
import { VisitorPage } from './visitor/visitor-page.tsx';
import { VisitorsPage } from './visitors/visitors-page.tsx';

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
