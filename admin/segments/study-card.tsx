import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import type { Study, StudyResult } from '../../server/segments/by-example/study.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { loadSegments } from './load-segments.ts';
import { sentence } from './sentence.ts';
import { wordingOf } from './wording.ts';

interface Props {
  id: string;
  /** Lines that name nobody. */
  unknown: readonly string[];
  /** Begins anew. */
  onAgain: () => void;
}

const pace = 500;

/** How far the search is, and then what was found and how sure it is. */
export function StudyCard({ id, unknown, onAgain }: Props) {
  const t = messages.value.byExample;
  const { study, problem } = useStudy(id);
  // A search lives in the server's memory.
  const isGone = problem?.code === 'unknown-study';
  return (
    <Card title={t.result}>
      {unknown.length > 0 && <p class="soft small">{t.unknown(unknown.join(', '))}</p>}
      {isGone && (
        <div class="stack" role="alert">
          <p>{t.gone}</p>
          <div>
            <Button look="primary" onPress={onAgain}>
              {t.again}
            </Button>
          </div>
        </div>
      )}
      {problem && !isGone && <ProblemNote problem={problem} />}
      {study?.failed && <p role="alert">{t.failed}</p>}
      {!problem && !study?.failed && !study?.result && (
        <div class="stack" role="status">
          <span>{t.searching}</span>
          <progress aria-label={t.searching} max={1} value={study?.done ?? 0} />
        </div>
      )}
      {study?.result && <Result {...study.result} />}
    </Card>
  );
}

function Result({ rule, line, heldOut, everyone }: StudyResult) {
  const t = messages.value.byExample;
  const { number, percent } = formats.value;
  const known = useLoad(loadSegments, []);
  if (!rule) return <p>{t.nothing}</p>;
  const { found, examples, low, high, share } = heldOut;
  const others = Math.round(share * everyone);
  const lift = share > 0 ? found / examples / share : null;
  return (
    <Awaited of={known} lines={4}>
      {(words) => (
        <div class="stack" role="status">
          <p class="segment-count">
            <strong>{sentence(rule, wordingOf(words))}</strong>
          </p>
          <code class="small">{line}</code>
          <dl class="segment-value">
            <div>
              <dt class="soft small">
                <Explained definition={t.recallMeaning}>{t.recall}</Explained>
              </dt>
              <dd class="numbers">
                {t.ofAll(number(found), number(examples))}, {t.between(percent(low), percent(high))}
              </dd>
            </div>
            <div>
              <dt class="soft small">
                <Explained definition={t.precisionMeaning}>{t.precision}</Explained>
              </dt>
              <dd class="numbers">{t.atLeast(percent(found / Math.max(1, found + others)))}</dd>
            </div>
            <div>
              <dt class="soft small">
                <Explained definition={t.liftMeaning}>{t.lift}</Explained>
              </dt>
              <dd class="numbers">{lift === null ? '–' : `× ${number(Math.round(lift * 10) / 10)}`}</dd>
            </div>
            <div>
              <dt class="soft small">{t.others}</dt>
              <dd class="numbers">
                ≈ {number(others)}, {percent(share)}
              </dd>
            </div>
          </dl>
          <ShareBar share={share} />
          <div>
            <LinkButton href={`/admin/segments/new?line=${encodeURIComponent(line)}`}>{t.use}</LinkButton>
          </div>
        </div>
      )}
    </Awaited>
  );
}

function useStudy(id: string): { study: Study | null; problem: Problem | null } {
  const [study, setStudy] = useState<Study | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let current = true;
    const ask = async () => {
      // Hono's client gives up on types that hold themselves, as rules do.
      const next = (await parseResponse(
        client.segments['by-example'][':id'].$get({ param: { id } }),
      )) as unknown as Study;
      if (!current) return;
      setStudy(next);
      if (!next.result && !next.failed) timer = setTimeout(run, pace);
    };
    const run = () => {
      ask().catch((thrown: unknown) => {
        if (current) setProblem(problemFrom(thrown));
      });
    };
    run();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [id]);
  return { study, problem };
}
