import type { z } from 'zod';
import type { Refusal } from '../../snippet/protocol.ts';
import { translate, type Way } from '../dialects/translate.ts';
import { Problem } from '../problem.ts';
import { isEvent } from './is-event.ts';
import { Envelope, Event, Named, type WireEvent } from './schema.ts';
import { searchOf } from './search-of.ts';

export interface ReadBatch extends Omit<z.infer<typeof Envelope>, 'events'> {
  /** The events that are well formed, each with its place in the batch and the way on which it came. */
  events: { index: number; event: WireEvent; way: Way }[];
  refused: Refusal[];
  /** Ids of the events that are not well formed or not kept, where they have one. */
  unread: string[];
  url: URL;
}

/** How far a browser's clock may run ahead of ours before nothing that it says about time can be believed. */
const ahead = 86_400_000;

/** A batch of a text, or a `Problem` that names what is wrong with all of it. */
export function readBatch(text: string, received: number): ReadBatch {
  if (text === '') throw new Problem(400, 'empty-body', 'The body is empty; it must be a JSON batch of events.');
  const envelope = Envelope.safeParse(parse(text));
  if (!envelope.success) throw invalid(envelope.error);
  const { events, ...batch } = envelope.data;
  if (batch.sent > received + ahead) {
    const said = new Date(Math.min(batch.sent, 8.64e15)).toISOString();
    throw new Problem(
      422,
      'invalid-batch',
      `The batch says that it was sent at ${said}, which is more than a day ahead.`,
      { field: 'sent' },
    );
  }
  const url = new URL(batch.page.url);
  const good: ReadBatch['events'] = [];
  const refused: Refusal[] = [];
  const unread: string[] = [];
  const skip = (value: unknown) => {
    const named = Named.safeParse(value);
    if (named.success) unread.push(named.data.id);
  };
  for (const [index, value] of events.entries()) {
    const translated = translate(value);
    if (translated === null) {
      skip(value);
      continue;
    }
    const { event, way } = translated ?? { event: withSwitch(value), way: 'own' as const };
    if (isEvent(event)) {
      good.push({ index, event, way });
      const search = event.name === 'page_view' ? searchOf(event, url, batch.page.referrer) : null;
      if (search) good.push({ index, event: search, way });
    } else {
      refused.push({ index, ...firstIssue(Event.safeParse(event).error) });
      skip(value);
    }
  }
  return { ...batch, events: good, refused, unread, url };
}

/** `vitrina('gift', true)` says by a switch alone what others say by parameters. */
function withSwitch(value: unknown): unknown {
  const { name, params } = Object(value) as { name?: unknown; params?: unknown };
  return name === 'gift' && typeof params === 'boolean' ? { ...Object(value), params: { on: params } } : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem(400, 'invalid-json', 'The body is not JSON.', { cause });
  }
}

function invalid(error: z.ZodError): Problem {
  const { field, reason } = firstIssue(error);
  return new Problem(422, 'invalid-batch', field ? `${field}: ${reason}` : reason, { field });
}

function firstIssue(error: z.ZodError | undefined): { field: string; reason: string } {
  const issue = error?.issues[0];
  return { field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'invalid' };
}
