import './why.css';
import { useState } from 'preact/hooks';
import type { Receipt } from '../../server/log/receipt.ts';
import { Badge } from '../components/badge.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { recipeNameIn } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { loadRecipes } from '../recommendations/load-recipes.ts';
import { formats } from '../session/session.ts';
import { CampaignsOf } from './campaigns-of.tsx';
import { inputWords } from './input-words.ts';
import type { ProductNames } from './product-names.ts';
import { reasonWords } from './reason-words.ts';
import { RecipeLink } from './recipe-link.tsx';
import { stepWords } from './step-words.ts';

interface Props {
  receipt: Receipt;
  names: ProductNames;
}

/** The arm of a place where nothing is compared. */
const onlyArm = 'only';
const withoutArm = 'without';

/** Why one slot showed what it showed, in plain words first and in numbers below. */
export function Why({ receipt, names }: Props) {
  const t = messages.value.why;
  const [isOpened, setOpened] = useState(false);
  const { list, decimal, percent } = formats.value;
  const granted = (['statistics', 'personalisation', 'marketing'] as const).filter(
    (purpose) => receipt.consent[purpose],
  );
  // What a recipe of the shop's own is headed with is asked for only by those who read it.
  const isAsking = isOpened && receipt.steps.some(({ name }) => name.startsWith('too-few:'));
  const recipes = useLoad(() => (isAsking ? loadRecipes() : Promise.resolve(null)), [isAsking]);
  const nameOf = (recipe: string) => recipeNameIn(recipe, recipes.value);
  const drawn = receipt.arm === withoutArm ? t.without : t.notWithout;
  const inputs = inputWords(receipt.inputs, names);
  return (
    <Disclosure summary={<span>{summary(receipt)}</span>} onOpen={() => setOpened(true)}>
      <dl class="why">
        <div>
          <dt>{t.knew}</dt>
          <dd>
            <strong>{t.rungs[receipt.rung].title}</strong> {t.rungs[receipt.rung].text}
          </dd>
        </div>
        <div>
          <dt>{t.consent}</dt>
          <dd>
            {granted.length === 0 ? t.consentNone : t.consentFor(list(granted.map((purpose) => t.purposes[purpose])))}
          </dd>
        </div>
        {isOpened && <CampaignsOf receipt={receipt} />}
        {receipt.recipe !== null && (
          <div>
            <dt>{t.recipe}</dt>
            <dd>{isOpened && <Origin receipt={receipt} recipe={receipt.recipe} />}</dd>
          </div>
        )}
        {inputs.length > 0 && (
          <div>
            <dt>{t.inputs}</dt>
            <dd>
              <ul>
                {inputs.map(({ label, value }) => (
                  <li key={label}>
                    <span class="soft">{label}:</span> {value}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {receipt.steps.length > 0 && (
        <>
          <h4>{t.steps}</h4>
          <ol class="why-steps">
            {receipt.steps
              .map((step, place) => stepWords(step, place, nameOf))
              .map(({ key, words, effect, note }) => (
                <li key={key}>
                  <span>
                    {words}
                    {note && <span class="soft"> – {note}</span>}
                  </span>
                  {effect && (
                    <Badge tone={effect.kind === 'brought' ? 'good' : 'plain'}>
                      <span class="numbers">{effect.text}</span>
                    </Badge>
                  )}
                </li>
              ))}
          </ol>
        </>
      )}
      {receipt.shown.length > 0 && (
        <>
          <h4>{t.shown}</h4>
          <ol class="why-shown">
            {receipt.shown.map(({ id, reason, score }) => (
              <li key={id}>
                <span>
                  {names(id)}
                  <br />
                  <span class="soft">{reasonWords(reason, names)}</span>
                </span>
                <span class="soft numbers" title={t.scoreMeaning}>
                  {decimal(score)}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {!receipt.campaign && !receipt.without && (
        <p class="soft">
          {receipt.arm === onlyArm ? t.noExperiment : `${drawn(percent(receipt.propensity))} ${t.armMeaning}`}
        </p>
      )}
    </Disclosure>
  );
}

/** An order of the shop's own list is no recipe, whatever a recipe may be called. */
function Origin({ receipt, recipe }: { receipt: Receipt; recipe: string }) {
  if (receipt.widget !== 'ranking') return <RecipeLink recipe={recipe} />;
  const version = Number(recipe.split('@')[1]);
  return <a href={`/admin/recommendations?ranking=${version}`}>{messages.value.ranking.named(version)}</a>;
}

function summary({ slot, widget, shown, arm, campaign, without }: Receipt): string {
  const t = messages.value;
  const slots: Record<string, { title: string }> = t.slots;
  const place = slot === '' ? t.why.overPage : (slots[slot]?.title ?? slot);
  if (campaign) return t.why.campaigned(place);
  if (without && widget === '') return t.why.wentWithout(place);
  if (widget === 'greeting') return t.why.greeted(place);
  if (widget === 'finder') return t.why.finder(place);
  if (widget === 'your-data') return t.why.ownData(place);
  if (widget === 'form') return t.why.asked(place);
  if (widget === 'ranking') return t.why.ranked(place);
  if (arm === withoutArm) return t.why.compared(place);
  return shown.length === 0 ? t.why.ownContent(place) : t.why.products(place, shown.length);
}
