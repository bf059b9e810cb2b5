import './survey-card.css';
import { parseResponse } from 'hono/client';
import type { QuestionFigures, ScaleFigures } from '../../server/results/survey-figures.ts';
import type { SurveyResults } from '../../server/results/survey-results.ts';
import { client } from '../api/client.ts';
import { Ago } from '../components/ago.tsx';
import { Card } from '../components/card.tsx';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { inLanguage } from '../questions/in-language.ts';
import { formats } from '../session/session.ts';

/** What a campaign's survey was answered; nothing where it asks nothing. */
export function SurveyCard({ id }: { id: string }) {
  const t = messages.value.campaignResults.survey;
  const found = useLoad(
    async () => (await parseResponse(client.results[':id'].survey.$get({ param: { id } }))).survey,
    [id],
  );
  if (!found.value) return null;
  const { seen, answered, questions }: SurveyResults = found.value;
  const { number } = formats.value;
  return (
    <Card title={t.title}>
      <div class="stack">
        <Metrics>
          <Metric label={t.seen} definition={t.seenMeaning} value={number(seen)} />
          <Metric label={t.answered} definition={t.answeredMeaning} value={number(answered)} />
        </Metrics>
        {questions.map((question) => (
          <section key={question.key} class="survey-answers stack">
            <h3>{inLanguage(question.words) || question.key}</h3>
            <Answers question={question} />
          </section>
        ))}
      </div>
    </Card>
  );
}

function Answers({ question }: { question: QuestionFigures }) {
  const t = messages.value.campaignResults.survey;
  if (question.people === 0) return <p class="soft">{t.none}</p>;
  if (question.asks !== 'text') return <Scale of={question} />;
  return (
    <>
      <p class="soft small">{t.people(question.people)}</p>
      <ul class="survey-texts">
        {question.latest.map(({ visitor, at, text }) => (
          <li key={`${visitor} ${at}`}>
            <q>{text}</q>{' '}
            <a class="small" href={`/admin/visitors/${visitor}`}>
              <Ago at={at} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Scale({ of: { key, asks, people, steps, mean, score, margin } }: { of: ScaleFigures }) {
  const t = messages.value.campaignResults.survey;
  const { number, percent, decimal } = formats.value;
  const told = asks === 'nps' ? (score ?? 0) : (mean ?? 0);
  const rounded = Math.round(told * (asks === 'nps' ? 1 : 100)) / (asks === 'nps' ? 1 : 100);
  const value = decimal(rounded).replace('-', '−');
  const most = steps.reduce((top, step) => Math.max(top, step.people), 1);
  return (
    <>
      <Metrics>
        <Metric
          label={t.scores[asks]}
          definition={t.scoreMeanings[asks]}
          value={asks === 'nps' && rounded > 0 ? `+${value}` : value}
          note={margin === null ? t.few : t.margin(decimal(Math.round(margin * 10) / 10))}
        />
        <Metric label={t.peopleLabel} definition={t.peopleMeaning} value={number(people)} />
      </Metrics>
      <table class="survey-steps-table numbers">
        <caption class="unseen">{t.steps}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{t.step}</th>
            <th scope="col">{t.peopleLabel}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={`${key} ${step.step}`}>
              <th scope="row">{step.step}</th>
              <td>
                <ShareBar share={step.people / most} />
                <span>
                  {number(step.people)} <span class="soft small">{percent(step.people / people)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
