import { messages } from '../language/current.ts';

interface Props {
  /** Where the table is as a file, by what separates its columns. */
  address: (separator: 'semicolon' | 'comma') => string;
}

/** A table as a file, for Excel and for everything else. */
export function FileLinks({ address }: Props) {
  const t = messages.value.profit;
  return (
    <p class="row small">
      <span class="soft">{t.file}:</span>
      <a href={address('semicolon')} download>
        {t.semicolon}
      </a>
      <a href={address('comma')} download>
        {t.comma}
      </a>
    </p>
  );
}
