import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more each: the other files fit between them and the end. */
const long =
  /test\/(collector|durability|from-order-one|fuzz|browser\/(admin|snippet-(dialects|steady)|story))\.test\.ts$/;

/** A long file that begins last would have the machine to itself, and all would wait for it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => long.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !long.test(moduleId)),
    ];
  }
}
