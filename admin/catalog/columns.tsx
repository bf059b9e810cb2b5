import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { AttributeColumns } from './attribute-columns.tsx';
import { ColumnChoice } from './column-choice.tsx';
import type { Mapping, Preview } from './send-file.ts';

interface Props {
  file: string;
  preview: Preview;
  mapping: Mapping;
  onMap: (mapping: Mapping) => void;
  busy: boolean;
  onImport: () => void;
  /** What the button does, and what to know of it. */
  act: string;
  actText: string;
}

/** Which column of the file is which of our fields, with what stands in it; then the import. */
export function Columns({ file, preview, mapping, onMap, busy, onImport, act, actText }: Props) {
  const t = messages.value.catalog;
  const { fields, columns, rows } = preview;

  function choose(field: (typeof fields)[number], column: string) {
    const { [field]: _, ...rest } = mapping;
    onMap(column === '' ? rest : { ...rest, [field]: column });
  }

  return (
    <Card title={t.columnsTitle(file)}>
      <p class="soft">{t.columnsText}</p>
      <div class="column-choices">
        {fields.map((field) => (
          <ColumnChoice
            key={field}
            label={t.fields[field]}
            columns={columns}
            column={mapping[field] ?? ''}
            examples={rows.map((row) => row[mapping[field] ?? ''] ?? '').filter((text) => text !== '')}
            onChoose={(column) => choose(field, column)}
          />
        ))}
      </div>
      <AttributeColumns preview={preview} mapping={mapping} onMap={onMap} />
      <div class="row">
        <Button look="primary" busy={busy} onPress={onImport}>
          {act}
        </Button>
        <span class="soft small">{actText}</span>
      </div>
    </Card>
  );
}
