import type { Channel } from '../acquisition/channel.ts';

/** What someone cost without ordering: a visit, or minutes of service. */
export interface Contact {
  visitor: string;
  /** In the shop's zone. */
  day: string;
  per: 'visit' | 'minute';
  count: number;
  /** By which a visit came; null where nothing led there, and of service. */
  came: Channel | null;
  region: string | null;
}
