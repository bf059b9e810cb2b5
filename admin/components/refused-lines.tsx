interface Props {
  lines: readonly { line: number; reason: string }[];
  sentence: (line: number, reason: string) => string;
}

/** The first lines of a file that were not taken in, and why. */
export function RefusedLines({ lines, sentence }: Props) {
  if (lines.length === 0) return null;
  return (
    <ul class="soft small">
      {lines.map(({ line, reason }) => (
        <li key={line}>{sentence(line, reason)}</li>
      ))}
    </ul>
  );
}
