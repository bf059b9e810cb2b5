interface AlarmStorage {
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}

/** The one alarm of a Durable Object, for several who want to be woken: it is set for whoever is first. */
export interface Alarms {
  /** Instead of the time before (ms since 1970); null: not at all. */
  wakeAt(who: string, at: number | null): void;
  isDue(who: string, now: number): boolean;
}

export function createAlarms(storage: AlarmStorage, later: (work: Promise<unknown>) => void): Alarms {
  const times = new Map<string, number>();
  return {
    wakeAt: (who, at) => {
      if (at === null) times.delete(who);
      else times.set(who, at);
      later(times.size === 0 ? storage.deleteAlarm() : storage.setAlarm(Math.min(...times.values())));
    },
    isDue: (who, now) => (times.get(who) ?? Number.POSITIVE_INFINITY) <= now,
  };
}
