import './earnings.css';
import { parseResponse } from 'hono/client';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ShelfResults } from '../../server/earnings/results.ts';
import { client } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { SelectField } from '../profit/select-field.tsx';
import { loadRecipes } from '../recommendations/load-recipes.ts';
import { formats } from '../session/session.ts';
import { BringsCard } from './brings-card.tsx';
import { addressOf, choiceIn, periods, queryOf, type ResultsChoice } from './choices.ts';
import { ClicksCard } from './clicks-card.tsx';
import { ColdCard } from './cold-card.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { recipeNameIn, slotName } from './names.ts';
import { ProductsCard } from './products-card.tsx';
import { ResultsFigures } from './results-figures.tsx';
import { ResultsTable } from './results-table.tsx';

/** What each shelf earns, what it brings beyond that, and whom it leaves out. */
export function ResultsPage() {
  const t = messages.value.earnings;
  const { query, route } = useLocation();
  const choice = choiceIn(query, Date.now());
  const asked = queryOf(choice);
  const results = useLoad(() => parseResponse(client.shelves.results.$get({ query: asked })), [JSON.stringify(asked)]);
  const recipes = useLoad(loadRecipes, []);
  const choose = (changes: Partial<ResultsChoice>) => route(addressOf(choice, changes), true);
  const all = { value: '', label: t.all };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      aside={
        <LinkButton look="plain" href="/admin/recommendations">
          {t.toRecipes}
        </LinkButton>
      }
    >
      <div class="earnings-choices">
        <Choice
          label={t.period}
          options={periods.map((value) => ({ value, label: t.periods[value] }))}
          value={choice.period}
          onChoose={(period) => choose({ period })}
        />
        {choice.period === 'own' && (
          <div class="earnings-days">
            <Field type="date" label={t.from} value={choice.from} onInput={(from) => from && choose({ from })} />
            <Field type="date" label={t.to} value={choice.to} onInput={(to) => to && choose({ to })} />
          </div>
        )}
        <div class="earnings-days">
          <SelectField
            label={t.slot}
            value={choice.slot}
            options={[
              all,
              ...known(results.value?.choices.slots, choice.slot).map((value) => ({ value, label: slotName(value) })),
            ]}
            onChoose={(slot) => choose({ slot, product: '' })}
          />
          <SelectField
            label={t.recipe}
            value={choice.recipe}
            options={[
              all,
              ...known(results.value?.choices.recipes, choice.recipe).map((value) => ({
                value,
                label: recipeNameIn(value, recipes.value),
              })),
            ]}
            onChoose={(recipe) => choose({ recipe, product: '' })}
          />
        </div>
      </div>
      <ZoneNote />
      <Awaited of={results} lines={14}>
        {(found) =>
          found.choices.slots.length === 0 ? (
            <EmptyState
              title={t.emptyTitle}
              text={t.emptyText}
              action={<LinkButton href="/admin/install">{t.emptyAction}</LinkButton>}
            />
          ) : (
            <>
              {found.counted < 1 && <Counting results={found} again={() => void results.reload()} />}
              <ResultsFigures results={found} />
              <BringsCard choice={choice} attributed={found.total.net} />
              <ResultsTable choice={choice} results={found} recipes={recipes.value} />
              {choice.product === '' ? (
                <ProductsCard choice={choice} />
              ) : (
                <ClicksCard choice={choice} recipes={recipes.value} />
              )}
            </>
          )
        }
      </Awaited>
      <CoverageCard choice={choice} />
      <ColdCard choice={choice} />
    </Page>
  );
}

/** Asks again until everything is counted. */
function Counting({ results, again }: { results: ShelfResults; again: () => void }) {
  useEffect(() => {
    const timer = setTimeout(again, 2_000);
    return () => clearTimeout(timer);
  }, [results]);
  return <p role="status">{messages.value.earnings.counting(formats.value.percent(results.counted))}</p>;
}

/** What is chosen can be seen and given up, though nothing of it was found. */
function known(found: readonly string[] = [], chosen: string): string[] {
  return [...new Set([...found, ...(chosen === '' ? [] : [chosen])])];
}
