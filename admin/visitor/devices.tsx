import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { Visitor } from '../../server/profiles/visitor.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { shortId } from '../visitors/person.tsx';
import { evidenceWords } from './evidence-words.ts';

interface Props {
  visitor: Visitor;
  /** Who this is has changed. */
  onChange: () => Promise<void>;
}

/** The devices whose visits were joined to this person, each with the proof; one that is not theirs can be taken away, and put back. */
export function Devices({ visitor: { devices }, onChange }: Props) {
  const t = messages.value.visitor;
  const [gone, setGone] = useState<{ id: string; keys: string[] } | null>(null);
  const undo = useSubmit(async () => {
    if (!gone) return;
    const { id, keys } = gone;
    await parseResponse(client.visitors[':id'].merge.$post({ param: { id }, json: { keys } }));
    setGone(null);
    await onChange();
  });
  if (devices.length < 2 && !gone) return null;
  return (
    <Card title={t.devices}>
      {gone && (
        <div class="apart" role="status">
          <span>{t.unmerged(shortId(gone.id))}</span>
          <Button busy={undo.busy} onPress={undo.submit}>
            {t.undo}
          </Button>
        </div>
      )}
      {undo.problem && <ProblemNote problem={undo.problem} />}
      <ul class="stack">
        {devices.map((device) => (
          <Device
            key={device.visitor}
            device={device}
            isOnly={devices.length < 2}
            onGone={async (keys) => {
              setGone({ id: device.visitor, keys: [...keys] });
              await onChange();
            }}
          />
        ))}
      </ul>
    </Card>
  );
}

interface DeviceProps {
  device: Visitor['devices'][number];
  isOnly: boolean;
  onGone: (keys: readonly string[]) => Promise<void>;
}

function Device({ device: { visitor: id, since, evidence }, isOnly, onGone }: DeviceProps) {
  const t = messages.value.visitor;
  const unmerge = useSubmit(async () => {
    const { keys } = await parseResponse(client.visitors[':id'].unmerge.$post({ param: { id } }));
    await onGone(keys);
  });
  return (
    <li>
      <div class="apart">
        <code>…{shortId(id)}</code>
        {!isOnly && (
          <span title={t.unmergeMeaning}>
            <Button look="quiet" busy={unmerge.busy} onPress={unmerge.submit}>
              {t.unmerge}
            </Button>
          </span>
        )}
      </div>
      <p class="soft small">{t.joined(evidenceWords(evidence), formats.value.moment(since))}</p>
      {unmerge.problem && <ProblemNote problem={unmerge.problem} />}
    </li>
  );
}
