import { LocationProvider } from 'preact-iso/router';
import { ProblemNote } from './components/problem-note.tsx';
import { firstMessages } from './language/current.ts';
import { Pages } from './pages.tsx';
import { Entrance } from './session/entrance.tsx';
import { loadSession, session, sessionProblem } from './session/session.ts';
import { SetUp } from './session/set-up.tsx';
import { SignIn } from './session/sign-in.tsx';
import { Shell } from './shell/shell.tsx';

/** First run, signing in, or the panel itself; the address stays the same through all three. */
export function App() {
  if (session.value === null) return sessionProblem.value && <Unreachable />;
  switch (session.value.state) {
    case 'setup':
      return <SetUp />;
    case 'signed-out':
      return <SignIn />;
    case 'signed-in':
      return (
        <LocationProvider scope={/^\/admin(\/|$|\?)/}>
          <Shell staff={session.value.staff}>
            <Pages />
          </Shell>
        </LocationProvider>
      );
  }
}

function Unreachable() {
  return (
    <Entrance title={firstMessages.value.entrance.unreachable}>
      {sessionProblem.value && <ProblemNote problem={sessionProblem.value} onRetry={() => void loadSession()} />}
    </Entrance>
  );
}
