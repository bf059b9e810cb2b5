import './copy-field.css';
import { Check, Copy } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { messages } from '../language/current.ts';
import { Button } from './button.tsx';

interface Props {
  /** What is copied, for those who do not see it. */
  label: string;
  text: string;
  look?: 'primary' | 'plain';
  /** Long: shown in part, and scrolled. */
  isLong?: boolean;
}

/** Text to paste elsewhere, with a button that says when it was copied. */
export function CopyField({ label, text, look = 'plain', isLong = false }: Props) {
  const t = messages.value.copy;
  const [copied, setCopied] = useState(false);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    // Browsers refuse the clipboard on plain http and in some frames: the text stays selectable.
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setBlocked(true),
    );
    if (!navigator.clipboard) setBlocked(true);
  }

  return (
    <div class="copy-field">
      <pre class={isLong ? 'copy-field-long' : undefined} tabIndex={isLong ? 0 : undefined}>
        <code>{text}</code>
      </pre>
      <Button look={look} onPress={() => void copy()}>
        {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        {copied ? t.copied : t.copy}
        <span class="unseen">: {label}</span>
      </Button>
      <span class={blocked ? 'small soft' : 'unseen'} role="status">
        {copied ? t.copied : blocked ? t.blocked : ''}
      </span>
    </div>
  );
}
