import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { allSplits, type SelfTesting, useSelfTest } from './use-self-test.ts';

/** The shop's own people, split by chance again and again: how often is something found where there is nothing? */
export function SelfTestCard() {
  const t = messages.value.campaignResults;
  const { number } = formats.value;
  const { testing, start, stop } = useSelfTest();
  const { isRunning, result, problem } = testing;
  return (
    <Card title={t.selfTest}>
      <div class="stack">
        <p class="soft small">{t.selfTestMeaning(number(allSplits))}</p>
        <div class="row">
          {isRunning ? (
            <Button onPress={stop}>{t.selfTestStop}</Button>
          ) : (
            <Button onPress={start}>{t.selfTestStart}</Button>
          )}
        </div>
        {isRunning && <progress aria-label={t.selfTest} value={result?.splits ?? 0} max={allSplits} />}
        {problem && <ProblemNote problem={problem} onRetry={start} />}
        <div role="status">{result && <Told testing={testing} />}</div>
      </div>
    </Card>
  );
}

function Told({ testing: { result, isRunning } }: { testing: SelfTesting }) {
  const t = messages.value.campaignResults;
  const { number, fine } = formats.value;
  if (!result) return null;
  const { people, buyers, splits, found, tooFew } = result;
  const about = t.selfTestOf(people, number(buyers));
  if (tooFew === splits)
    return (
      <p>
        <Badge tone="note">{t.few}</Badge> {t.selfTestFew} {about}
      </p>
    );
  if (isRunning) return <p class="soft small">{t.selfTestRunning(number(splits), number(allSplits))}</p>;
  const isRight = found / splits <= 0.05;
  return (
    <p>
      <Badge tone={isRight ? 'good' : 'warn'}>{isRight ? t.selfTestRight : t.selfTestWrong}</Badge>{' '}
      {t.selfTestFound(number(found), number(splits), fine(found / splits))} {about}
    </p>
  );
}
