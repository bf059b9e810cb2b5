import { channels } from '../acquisition/channel.ts';

const day = 86_400_000;
const channelCodes = new Map<string | null, number>(channels.map((channel, place) => [channel, place + 1]));

/** `2026-11-21` counted from 1970 on. */
export function dayCode(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))) / day;
}

export function dayText(code: number): string {
  return new Date(code * day).toISOString().slice(0, 10);
}

/** 0 where nothing is known to have led there. */
export function channelCode(channel: string | null): number {
  return channelCodes.get(channel) ?? 0;
}
