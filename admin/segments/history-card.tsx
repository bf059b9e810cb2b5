import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats, shop } from '../session/session.ts';

/** How large a segment was at the end of each day, and what its people had brought by then. */
export function HistoryCard({ id }: { id: string }) {
  const t = messages.value.segments;
  const { number, dayMonth, money } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const history = useLoad(() => parseResponse(client.segments[':id'].days.$get({ param: { id } })), [id]);
  return (
    <Card title={t.history} aside={<Explained definition={t.historyMeaning}>{messages.value.visitor.how}</Explained>}>
      <Awaited of={history} lines={4}>
        {({ days }) => {
          const [first] = days;
          const last = days.at(-1);
          if (!first || !last) return <p class="soft">{t.noHistory}</p>;
          const charts = [
            { title: t.members, values: days.map(({ members }) => members), say: number },
            {
              title: t.net,
              values: days.map(({ net }) => Math.max(0, net)),
              say: (amount: number) => money({ amount, currency }),
            },
          ];
          return (
            <div class="segment-history">
              {charts.map(({ title, values, say }) => (
                <figure key={title}>
                  <figcaption class="apart">
                    <span class="soft small">{title}</span>
                    <strong class="numbers">{say(values.at(-1) ?? 0)}</strong>
                  </figcaption>
                  <Sparkline
                    values={values}
                    label={`${title}. ${t.course(say(values[0] ?? 0), say(values.at(-1) ?? 0))}`}
                    titles={values.map((value, place) => `${dayMonth(days[place]?.day ?? '')}: ${say(value)}`)}
                  />
                  <p class="apart soft small numbers" aria-hidden="true">
                    <span>{dayMonth(first.day)}</span>
                    {days.length > 1 && <span>{dayMonth(last.day)}</span>}
                  </p>
                </figure>
              ))}
            </div>
          );
        }}
      </Awaited>
    </Card>
  );
}
