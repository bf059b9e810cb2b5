import { describe, expect, test } from 'vitest';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import { seeded } from '../durability/random.ts';
import { randomBody } from '../fuzz/random-body.ts';
import { asServer } from './erasing.ts';
import { newPerson, signedIn } from './knowing.ts';
import { browserWords } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

const bodies = 2_000;
const together = 50;

/** Over HTTP and in each runtime; `test/fuzz.test.ts` sends a hundred thousand of them to the app itself. */
export function fuzzing(stage: () => Stage): void {
  describe('random bodies', () => {
    test('end in no failure of ours, and what is kept of them can be read', async () => {
      const { owner, origin } = stage();
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
      console.info(`SEED=${seed} repeats this run's bodies`);
      const random = seeded(seed);
      const ask = await asServer(stage());
      const people = await Promise.all(['Ada', 'Bela', 'Cleo'].map((name) => signedIn(stage(), newPerson(name))));
      const source = { random, site: owner.site, tokens: people.map(({ visitor }) => visitor.token ?? '') };
      const statuses = new Map<number, number>();
      for (let sent = 0; sent < bodies; sent += together) {
        const batch = Array.from({ length: together }, () => randomBody({ ...source, now: Date.now() }));
        const answers = await Promise.all(
          batch.map(async ({ path, body, cookie }) => {
            const isPage = /collect|handover/.test(path);
            const headers = cookie === undefined ? {} : { cookie };
            const page = { ...headers, origin: shopOrigin, 'user-agent': browserWords };
            const answer = isPage
              ? await fetch(origin + path, { method: 'POST', headers: page, body })
              : await ask(path.slice('/v1'.length), { method: 'POST', headers, body });
            await answer.text();
            return answer.status;
          }),
        );
        answers.forEach((status, place) => {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500) expect.fail(`${status}: ${new TextDecoder().decode(batch[place]?.body)}`);
        });
      }
      expect(statuses.get(200) ?? 0).toBeGreaterThan(bodies / 10);
      expect(statuses.get(422) ?? 0).toBeGreaterThan(bodies / 10);
      const { visitors } = (await owner.read('/visitors')) as PeoplePage;
      expect(visitors.length).toBeGreaterThan(0);
      for (const { id } of visitors) {
        await owner.read(`/visitors/${encodeURIComponent(id)}`);
        await owner.read(`/visitors/${encodeURIComponent(id)}/timeline`);
      }
      for (const path of ['/live', '/doctor']) await owner.read(path);
      for (const line of (await (await ask('/export')).text()).trim().split('\n')) JSON.parse(line);
    }, 60_000);
  });
}
