import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { ColumnChoice } from './column-choice.tsx';
import type { Mapping, Preview } from './send-file.ts';

interface Props {
  file: string;
  preview: Preview;
  mapping: Mapping;
  onMap: (mapping: Mapping) => void;
  busy: boolean;
  onImport: () => void;
}

/** Which column of the file is which of our fields, with what stands in it; then the import. */
export function Columns({ file, preview, mapping, onMap, busy, onImport }: Props) {
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
      <div class="row">
        <Button look="primary" busy={busy} onPress={onImport}>
          {t.replace}
        </Button>
        <span class="soft small">{t.replaceText}</span>
      </div>
    </Card>
  );
}
