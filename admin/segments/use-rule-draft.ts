import { useState } from 'preact/hooks';
import type { Rule } from '../../server/segments/rule.ts';
import { type Draft, usePreview } from './use-preview.ts';

/** A rule that is built and typed at once, with whom it holds of. `byLine`: the line was written first. */
export function useRuleDraft(
  first: Rule,
  firstLine: string | undefined,
  { id, byLine = false }: { id?: string | undefined; byLine?: boolean } = {},
) {
  const [rule, setRule] = useState<Rule>(first);
  const [line, setLine] = useState(firstLine ?? '');
  const [draft, setDraft] = useState<Draft>(byLine ? { line: firstLine ?? '' } : { rule });
  const previewed = usePreview(draft, id, (preview) => {
    // Whichever of the two was not touched follows.
    if ('line' in draft) setRule(preview.rule);
    else setLine(preview.line);
  });
  return {
    rule,
    line,
    previewed,
    build: (next: Rule) => {
      setRule(next);
      setDraft({ rule: next });
    },
    type: (next: string) => {
      setLine(next);
      setDraft({ line: next });
    },
  };
}
