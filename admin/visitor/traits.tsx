import type { Visitor } from '../../server/profiles/visitor.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { answerWords } from '../questions/answer-words.ts';
import { inLanguage } from '../questions/in-language.ts';
import { formats } from '../session/session.ts';
import { evidenceWords } from './evidence-words.ts';

/** What was said of this person, by whom and when. */
export function Traits({ traits }: Pick<Visitor, 'traits'>) {
  const t = messages.value.visitor;
  const labels: Record<string, string> = messages.value.traits;
  if (traits.length === 0) return null;
  return (
    <Card title={t.traits}>
      <dl class="stack">
        {traits.map(({ key, value, at, source, isStale, question }) => (
          <div key={key}>
            <dt class="soft small">{question ? inLanguage(question.words) : (labels[key] ?? key)}</dt>
            <dd class="visitor-value">{answerWords(question, value)}</dd>
            <dd class="soft small">
              {t.saidBy(evidenceWords(source), formats.value.date(at))}{' '}
              {isStale && (
                <Badge tone="warn" title={messages.value.sources.oldMeaning}>
                  {messages.value.sources.old}
                </Badge>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
