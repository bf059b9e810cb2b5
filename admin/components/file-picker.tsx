import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** `.csv,.txt` */
  accept: string;
  hint?: string;
  onChoose: (file: File) => void;
}

export function FilePicker({ label, accept, hint, onChoose }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ currentTarget: { files } }) => {
          const [file] = files ?? [];
          if (file) onChoose(file);
        }}
      />
      {hint && (
        <span id={`${id}-hint`} class="soft small">
          {hint}
        </span>
      )}
    </div>
  );
}
