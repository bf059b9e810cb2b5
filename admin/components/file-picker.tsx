import './file-picker.css';
import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';

interface Props {
  label: string;
  /** `.csv,.txt` */
  accept: string;
  hint?: string;
  onChoose: (file: File) => void;
}

/** The browser's own picker, which takes a dropped file too, under words of the panel's language. */
export function FilePicker({ label, accept, hint, onChoose }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="file-picker">
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
        <span class="button" aria-hidden="true">
          {messages.value.file.choose}
        </span>
        <span class="soft small" aria-hidden="true">
          {messages.value.file.drop}
        </span>
      </div>
      {hint && (
        <span id={`${id}-hint`} class="soft small">
          {hint}
        </span>
      )}
    </div>
  );
}
