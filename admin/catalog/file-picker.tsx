import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';

export function FilePicker({ onChoose }: { onChoose: (file: File) => void }) {
  const t = messages.value.catalog;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t.file}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.xml,.gz"
        onChange={({ currentTarget: { files } }) => {
          const [file] = files ?? [];
          if (file) onChoose(file);
        }}
      />
    </div>
  );
}
