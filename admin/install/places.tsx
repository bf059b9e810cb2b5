import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { messages } from '../language/current.ts';

interface Props {
  slots: readonly { name: string; widget: string; height: number }[];
  css: string;
}

/** Where widgets may stand: each slot's element, and the style that keeps its box free. */
export function Places({ slots, css }: Props) {
  const t = messages.value.install;
  return (
    <Card title={t.slotsTitle}>
      <p class="soft">{t.slotsText}</p>
      <ul class="places">
        {slots.map(({ name, widget, height }) => (
          <li key={name}>
            <h3>{inOurWords(name)?.title ?? name}</h3>
            <p class="soft small">
              {inOurWords(name)?.text} {t.slotSize(inOurWidgets(widget), height)}
            </p>
            <CopyField label={t.slotHtml(name)} text={`<div data-vitrina="${name}"></div>`} />
          </li>
        ))}
      </ul>
      <h3>{t.cssTitle}</h3>
      <p class="soft small">{t.cssText}</p>
      <CopyField label={t.cssTitle} text={css} />
    </Card>
  );
}

function inOurWords(slot: string): { title: string; text: string } | undefined {
  const words: Record<string, { title: string; text: string }> = messages.value.slots;
  return words[slot];
}

function inOurWidgets(widget: string): string {
  const words: Record<string, string> = messages.value.widgets;
  return words[widget] ?? widget;
}
