import { useState } from 'preact/hooks';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { messages } from '../language/current.ts';
import { type Language, languages } from '../language/languages.ts';
import type { Draft } from './draft.ts';
import { htmlPreview } from './html-preview.tsx';
import type { Campaigns } from './load-campaigns.ts';
import { loanPreview } from './loan-preview.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { previewOf } from './preview-of.tsx';
import { saidIn } from './said-in.ts';
import { useDrawnHtml } from './use-drawn-html.ts';
import { useDrawnLoan } from './use-drawn-loan.ts';

interface Props {
  draft: Draft;
  known: Pick<Campaigns, 'surveys' | 'coupons' | 'clock'>;
  language: Language;
  onLanguage: (language: Language) => void;
}

const widths = ['phone', 'desktop'] as const;
const themes = ['light', 'dark'] as const;
const visitors = ['known', 'stranger'] as const;

/** A variant as visitors see it, by the widget itself. */
export function PreviewCard({ draft: { variants, place, schedule }, known, language, onLanguage }: Props) {
  const t = messages.value.campaigns;
  const [chosen, setChosen] = useState('a');
  const [width, setWidth] = useState<(typeof widths)[number]>('phone');
  const [theme, setTheme] = useState<(typeof themes)[number]>('light');
  const [seenBy, setSeenBy] = useState<(typeof visitors)[number]>('known');
  const variant = variants.find(({ id }) => id === chosen) ?? variants[0];
  const content = variant?.content;
  const source = content?.widget === 'html' ? saidIn(content.html, language) : '';
  const drawn = useDrawnHtml(source === '' ? null : source);
  const drawnLoan = useDrawnLoan(content?.widget === 'loan' ? content : null, language);
  if (!variant || !content) return null;
  const preview =
    content.widget === 'html'
      ? drawn && htmlPreview(content, drawn[seenBy], language)
      : content.widget === 'loan'
        ? drawnLoan && loanPreview(content, drawnLoan, language)
        : previewOf({ content, until: schedule.until, known, language });
  const name = t.variant(variant.id.toUpperCase());
  return (
    <Card title={t.preview}>
      <div class="stack">
        {variants.length > 1 && (
          <Choice
            label={t.variants}
            options={variants.map(({ id }) => ({ value: id, label: id.toUpperCase() }))}
            value={variant.id}
            onChoose={setChosen}
          />
        )}
        <div class="campaign-looks">
          <Choice
            label={t.width}
            options={widths.map((value) => ({ value, label: t.widths[value] }))}
            value={width}
            onChoose={setWidth}
          />
          <Choice
            label={t.theme}
            options={themes.map((value) => ({ value, label: t.themes[value] }))}
            value={theme}
            onChoose={setTheme}
          />
        </div>
        <Choice
          label={t.language}
          options={(Object.keys(languages) as Language[]).map((code) => ({ value: code, label: code, lang: code }))}
          value={language}
          onChoose={onLanguage}
        />
        {content.widget === 'html' && (
          <Choice
            label={messages.value.ownHtml.seenBy}
            options={visitors.map((value) => ({ value, label: messages.value.ownHtml[value] }))}
            value={seenBy}
            onChoose={setSeenBy}
          />
        )}
        {preview && (
          <PreviewFrame
            title={t.previewOf(name, t.widths[width])}
            kind={place.kind}
            preview={preview}
            {...{ width, theme, language }}
          />
        )}
        {(preview?.label === '' || (content.widget === 'html' && source === '')) && (
          <p class="soft small">{t.nothingYet}</p>
        )}
        {((content.widget === 'message' && content.image) || source.includes('<img')) && (
          <p class="soft small">{t.pictureNotHere}</p>
        )}
        {content.widget === 'coupon' && content.code.kind === 'list' && <p class="soft small">{t.couponHere}</p>}
        {content.widget === 'loan' && <p class="soft small">{messages.value.loan.example}</p>}
        {content.widget === 'order-status' && <p class="soft">{messages.value.slots['order-status'].text}</p>}
        {content.widget === 'shelf' && (
          <p>
            {t.shelfHere} <a href={`/admin/recommendations/recipes/${content.recipe}`}>{t.shelfLink}</a>
          </p>
        )}
      </div>
    </Card>
  );
}
