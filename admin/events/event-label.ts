import { firstMessages } from '../language/current.ts';

/** An event's name in the panel's language; a name of the shop's own stays as it is. */
export function eventLabel(name: string): string {
  const labels: Record<string, string> = firstMessages.value.events;
  return (Object.hasOwn(labels, name) && labels[name]) || name;
}
