import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page, or in a part of it: the rule, and where it is broken first. */
export async function axeFindings(page: Page, part?: string): Promise<unknown[]> {
  const axe = new AxeBuilder({ page })
    // No page of ours has frames; to join what was found in frames, a second page would be opened each time.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}
