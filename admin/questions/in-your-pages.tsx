import type { Question } from '../../server/questions/question.ts';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { messages } from '../language/current.ts';

/** How the shop's own pages ask this: a form that is marked, or a script that says the answer. */
export function InYourPages({ question }: { question: Question }) {
  const t = messages.value.questions;
  return (
    <Card title={t.inPages}>
      <div class="stack">
        <p class="soft">{t.inForm}</p>
        <CopyField label={t.inForm} text={`<form data-vitrina-form>\n  ${fieldFor(question)}\n</form>`} />
        <p class="soft">{t.inScript}</p>
        <CopyField
          label={t.inScript}
          text={`vitrina('answer', { question: '${question.key}', answer: ${exampleOf(question)} })`}
        />
      </div>
    </Card>
  );
}

function fieldFor({ key, type, choices }: Question): string {
  const mark = `data-vitrina-question="${key}"`;
  if (type === 'yes_no') return `<input type="checkbox" ${mark}>`;
  if (type !== 'choice' && type !== 'several') return `<input type="${type}" ${mark}>`;
  const input = type === 'choice' ? `type="radio" name="${key}"` : 'type="checkbox"';
  const inputs = choices.map(({ value }) => `    <input ${input} value="${value}">`);
  return [`<fieldset ${mark}>`, ...inputs, '  </fieldset>'].join('\n');
}

function exampleOf({ type, choices }: Question): string {
  const [first, second] = choices.map(({ value }) => `'${value}'`);
  switch (type) {
    case 'text':
      return "'…'";
    case 'number':
      return '2.5';
    case 'date':
      return "'1990-02-28'";
    case 'choice':
      return first ?? "''";
    case 'several':
      return `[${first}, ${second}]`;
    case 'yes_no':
      return 'true';
    default:
      return type satisfies never;
  }
}
