import { apiBase } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Person } from '../visitors/person.tsx';
import type { usePreview } from './use-preview.ts';

interface Props extends ReturnType<typeof usePreview> {
  /** Of a segment that is kept. */
  id: string | undefined;
}

/** Whom the draft holds of: how many, what they brought, five of them, and what else they are in. */
export function PreviewCard({ preview, problem, counting, id }: Props) {
  const t = messages.value.segments;
  const { number, percent, amounts } = formats.value;
  if (problem) return <ProblemNote problem={problem} />;
  if (!preview) return counting ? <Skeleton lines={4} /> : null;
  const { members, everyone, sampled, net } = preview.count;
  const currency = shop.value?.currency ?? 'EUR';
  const share = everyone === 0 ? 0 : members / everyone;
  return (
    <Card
      title={t.members}
      aside={
        id && (
          <LinkButton look="plain" href={`/admin/visitors?segment=${id}`}>
            {t.showPeople}
          </LinkButton>
        )
      }
    >
      <p class="segment-count numbers" role="status" aria-busy={counting}>
        <strong>
          {t.counted(`${sampled ? '≈ ' : ''}${number(members)}`, number(everyone))}, {percent(share)}
        </strong>
        <ShareBar share={share} />
        {sampled && <span class="soft small">{t.sampled}</span>}
      </p>
      <dl class="segment-value">
        <div>
          <dt class="soft small">{t.net}</dt>
          <dd class="numbers">{amounts([{ amount: net, currency }], currency)}</dd>
        </div>
        <div>
          <dt class="soft small">{t.average}</dt>
          <dd class="numbers">
            {members === 0 ? '–' : amounts([{ amount: Math.round(net / members), currency }], currency)}
          </dd>
        </div>
      </dl>
      {id && (
        <p class="row small">
          {t.download}
          <a href={csvOf(id, 'semicolon')} download>
            CSV (;)
          </a>
          <a href={csvOf(id, 'comma')} download>
            CSV (,)
          </a>
        </p>
      )}
      <h3>{t.examples}</h3>
      {preview.examples.length === 0 && <p class="soft">{t.noExamples}</p>}
      <ul class="stack">
        {preview.examples.map((person) => (
          <li key={person.id} class="apart">
            <Person {...person} />
            <span class="soft numbers">{amounts(person.net, currency)}</span>
          </li>
        ))}
      </ul>
      {preview.overlaps.length > 0 && (
        <>
          <h3>{t.overlaps}</h3>
          <ul class="stack">
            {preview.overlaps.slice(0, 6).map((other) => (
              <li key={other.id} class="apart">
                <a href={`/admin/segments/${other.id}`}>{other.name}</a>
                <span class="soft small numbers">
                  {t.overlap(percent(members === 0 ? 0 : other.members / members))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** Of the rule that is kept, not of the draft. */
function csvOf(id: string, separator: 'semicolon' | 'comma'): string {
  return `${apiBase}/segments/${id}/people.csv?separator=${separator}`;
}
