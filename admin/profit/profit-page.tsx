import './profit.css';
import { parseResponse } from 'hono/client';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Explained } from '../components/explained.tsx';
import { Field } from '../components/field.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { usePages } from '../load/use-pages.ts';
import { shop } from '../session/session.ts';
import { addressOf, dimensions, type ProfitQuestion, periods, queryOf, questionIn } from './choices.ts';
import { ProfitFigures } from './profit-figures.tsx';
import { ProfitTable } from './profit-table.tsx';
import { keyName } from './row-name.tsx';
import { RulesCard } from './rules-card.tsx';
import { Waterfall } from './waterfall.tsx';

/** Who and what earns, and who and what loses. */
export function ProfitPage() {
  const t = messages.value.profit;
  const { query, route } = useLocation();
  const question = questionIn(query, Date.now());
  const asked = queryOf(question);
  const list = usePages(
    async (cursor) => {
      const { rows, ...report } = await parseResponse(
        client.profit.$get({ query: { ...asked, ...(cursor && { cursor: Number(cursor) }) } }),
      );
      return { items: rows, ...report };
    },
    [JSON.stringify(asked)],
  );
  const choose = (changes: Partial<ProfitQuestion>) => route(addressOf(question, changes));
  return (
    <Page title={t.title} lead={t.lead} aside={shop.value?.demo && <Badge title={t.demoMeaning}>{t.demo}</Badge>}>
      {shop.value?.demo && <p class="soft small">{t.demoMeaning}</p>}
      <div class="profit-choices">
        <Choice
          label={t.period}
          options={periods.map((value) => ({ value, label: t.periods[value] }))}
          value={question.period}
          onChoose={(period) => choose({ period })}
        />
        <Choice
          label={t.by}
          options={dimensions.map((value) => ({ value, label: t.dimensions[value] }))}
          value={question.by}
          onChoose={(by) => choose({ by })}
        />
      </div>
      {question.period === 'own' && (
        <div class="profit-days">
          <Field type="date" label={t.from} value={question.from} onInput={(from) => from && choose({ from })} />
          <Field type="date" label={t.to} value={question.to} onInput={(to) => to && choose({ to })} />
        </div>
      )}
      <ZoneNote />
      <Awaited of={list.first} lines={14}>
        {({ items, ...report }) => (
          <>
            {question.of && (
              <p class="row">
                <Badge tone="note">{t.only(keyName(question.key, report.ofName, question.of))}</Badge>
                <a href={addressOf(question, { of: null, key: null, by: question.of })}>{t.everything}</a>
              </p>
            )}
            {items.length === 0 && report.unrated.length === 0 ? (
              <EmptyState
                title={t.emptyTitle}
                text={t.emptyText}
                action={<LinkButton href="/admin/install">{t.emptyAction}</LinkButton>}
              />
            ) : (
              <>
                <ProfitFigures report={{ ...report, rows: items }} />
                <Card
                  title={t.waterfall}
                  aside={<Explained definition={t.waterfallMeaning}>{messages.value.customers.how}</Explained>}
                >
                  <Waterfall steps={report.steps} total={report.total} />
                </Card>
                <ProfitTable question={question} report={{ ...report, rows: items }} list={list} />
              </>
            )}
          </>
        )}
      </Awaited>
      <RulesCard from={question.from} to={question.to} onChange={() => void list.first.reload()} />
    </Page>
  );
}
