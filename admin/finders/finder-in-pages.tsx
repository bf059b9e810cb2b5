import { heightRules } from '../../widgets/define.ts';
import { finder as definition } from '../../widgets/finder/definition.ts';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { messages } from '../language/current.ts';

/** What a shop pastes so that a finder stands in a page. */
export function FinderInPages({ id }: { id: string }) {
  const t = messages.value.finders;
  const name = `finder-${id}`;
  const rules = heightRules(definition, (height) => `[data-vitrina=${name}]{min-height:${height}px}`);
  return (
    <Card title={t.inPages}>
      <p class="soft">{t.inPagesText}</p>
      <CopyField label="HTML" text={`<div data-vitrina="${name}"></div>`} />
      <CopyField label="CSS" text={rules} />
    </Card>
  );
}
