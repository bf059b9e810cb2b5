import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { messages } from '../language/current.ts';
import { type Language, languages } from '../language/languages.ts';
import { Chosen, NumberLine } from '../recommendations/line.tsx';
import type { Recipes } from '../recommendations/load-recipes.ts';
import type { Known } from '../segments/load-segments.ts';
import { formats } from '../session/session.ts';
import { ClockSwitch } from './clock-switch.tsx';
import { CouponFields } from './coupon-fields.tsx';
import {
  blankHtml,
  blankLoan,
  blankMessage,
  type Change,
  type Content,
  type Draft,
  newVariantId,
  type Variant,
} from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { HtmlFields } from './html-fields.tsx';
import { forSurvey, inPlace } from './in-place.ts';
import { LoanFields } from './loan-fields.tsx';
import { MessageFields } from './message-fields.tsx';
import { ShelfFields } from './shelf-fields.tsx';
import { firstSurvey, type SurveyWords } from './survey-draft.ts';
import { SurveyFields } from './survey-fields.tsx';

interface Props {
  draft: Draft;
  recipes: Recipes;
  surveys: SurveyWords;
  segments: Known;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onLanguage: (language: Language) => void;
  onChange: Change;
}

/** What it shows: one thing, or several of which each visitor sees one. */
export function VariantsPart({ draft, recipes, surveys, segments, language, errorAt, onLanguage, onChange }: Props) {
  const t = messages.value.campaigns;
  const { variants, place } = draft;
  const keep = (next: Variant[]) => onChange({ variants: next });
  const whole = variants.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Card title={t.variants}>
      <div class="stack">
        <Choice
          label={t.language}
          options={(Object.keys(languages) as Language[]).map((code) => ({
            value: code,
            label: languages[code],
            lang: code,
          }))}
          value={language}
          onChoose={onLanguage}
        />
        <p class="soft small">{t.languagesHint}</p>
        {variants.map((variant, at) => {
          const change = (part: Partial<Variant>) => keep(variants.with(at, { ...variant, ...part }));
          const path = `variants.${at}`;
          return (
            <fieldset key={variant.id} class="campaign-variant stack">
              <legend>{t.variant(variant.id.toUpperCase())}</legend>
              <Chosen
                label={t.widget}
                value={variant.content.widget}
                options={kinds
                  .filter((kind) => place.kind === 'slot' || !mayBeEmpty.has(kind))
                  .map((value) => ({ value, label: t.widgets[value] }))}
                onChoose={(widget) => {
                  const content = firstOf(widget, recipes, surveys);
                  const next = variants.with(at, { ...variant, content });
                  onChange({
                    ...(widget === 'survey' && forSurvey(draft)),
                    // A bar has no room for it.
                    ...(widget === 'html' && place.kind === 'bar' && inPlace('slide-in', draft, '')),
                    variants: next,
                  });
                }}
              />
              {variant.content.widget === 'coupon' && (
                <CouponFields
                  coupon={variant.content}
                  segments={segments}
                  language={language}
                  errorAt={(of) => errorAt(`${path}.content.${of}`)}
                  onChange={(content) => change({ content })}
                />
              )}
              {variant.content.widget === 'message' && (
                <MessageFields
                  message={variant.content}
                  language={language}
                  errorAt={(of) => errorAt(`${path}.content.${of}`)}
                  onChange={(content) => change({ content })}
                />
              )}
              {(variant.content.widget === 'message' || variant.content.widget === 'coupon') && (
                <ClockSwitch
                  content={variant.content}
                  hasEnd={draft.schedule.until !== null}
                  onChange={(content) => change({ content })}
                />
              )}
              {variant.content.widget === 'survey' && (
                <SurveyFields
                  survey={variant.content}
                  known={surveys}
                  language={language}
                  errorAt={(of) => errorAt(`${path}.content.${of}`)}
                  onChange={(content) => change({ content })}
                />
              )}
              {variant.content.widget === 'html' && (
                <HtmlFields
                  html={variant.content}
                  language={language}
                  errorAt={(of) => errorAt(`${path}.content.${of}`)}
                  onChange={(content) => change({ content })}
                />
              )}
              {variant.content.widget === 'loan' && (
                <LoanFields
                  loan={variant.content}
                  language={language}
                  errorAt={(of) => errorAt(`${path}.content.${of}`)}
                  onChange={(content) => change({ content })}
                />
              )}
              {variant.content.widget === 'shelf' && (
                <ShelfFields
                  shelf={variant.content}
                  recipes={recipes}
                  error={errorAt(`${path}.content`)}
                  onChange={(content) => change({ content })}
                />
              )}
              {variants.length > 1 && (
                <div class="recipe-line">
                  <NumberLine
                    label={t.weight}
                    hint={whole > 0 ? t.shareOf(formats.value.percent(variant.weight / whole)) : t.weightHint}
                    value={variant.weight}
                    min={0}
                    max={100}
                    empty={0}
                    error={errorAt(`${path}.weight`)}
                    onInput={(weight) => change({ weight })}
                  />
                  <Button onPress={() => keep(variants.toSpliced(at, 1))}>
                    {t.removeVariant}
                    <span class="unseen">: {variant.id.toUpperCase()}</span>
                  </Button>
                </div>
              )}
            </fieldset>
          );
        })}
        {errorAt('variants') && !variants.some((_, at) => errorAt(`variants.${at}`)) && (
          <p class="field-error small" role="alert">
            {t.wrong.weight}
          </p>
        )}
        {variants.length < 8 && (
          <div class="row">
            <Button onPress={() => keep([...variants, another(variants)])}>{t.addVariant}</Button>
          </div>
        )}
      </div>
    </Card>
  );
}

const kinds = [
  'message',
  'coupon',
  'survey',
  'shelf',
  'loan',
  'order-status',
  'html',
] as const satisfies readonly Content['widget'][];

/** What stands in a slot alone, where the shop's own content stays. */
const mayBeEmpty: ReadonlySet<Content['widget']> = new Set(['shelf', 'order-status', 'loan']);

function firstOf(widget: Content['widget'], { recipes }: Recipes, surveys: SurveyWords): Content {
  if (widget === 'shelf') return { widget, recipe: recipes[0]?.id ?? '' };
  if (widget === 'coupon') return { widget, title: {}, text: {}, code: { kind: 'shared', code: '' } };
  if (widget === 'survey') return firstSurvey(surveys);
  if (widget === 'html') return blankHtml;
  if (widget === 'loan') return blankLoan;
  if (widget === 'order-status') return { widget };
  return blankMessage;
}

/** Like the last one, of which something is changed. */
function another(variants: readonly Variant[]): Variant {
  const last = variants.at(-1);
  return { id: newVariantId(variants), weight: last?.weight ?? 1, content: last?.content ?? blankMessage };
}
