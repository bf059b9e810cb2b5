import { translate } from '../../server/dialects/translate.ts';
import { settled, stage } from './snippet-stage.ts';

/** Opens a page that has said this before our tag came, and waits until we listen. */
export async function open(early: string, body = '', path = '/') {
  const { shop, page } = stage;
  shop.file('/early.js', early);
  const loading = page.waitForResponse(/\/w\/dialects-/);
  await page.goto(shop.page(path, { head: `<script src="/early.js"></script>${shop.tag()}`, body }));
  const module = (await loading).url();
  // As text: the test runner would put its own word for `import`.
  await page.evaluate(`import(${JSON.stringify(module)}).then(() => new Promise((later) => setTimeout(later, 20)))`);
}

/** The page does this, as its own scripts would: as text, so that no type of ours stands in its way. */
export const late = (script: string) => stage.page.evaluate(script);

/** All that was said in other languages up to now, in our words. */
export async function told() {
  await settled();
  const said = stage.collector.events().filter(({ name }) => name === 'said');
  return said.flatMap((event) => {
    const translated = translate(event);
    if (!translated) return [];
    const { name, params } = translated.event as { name: string; params: object };
    return [{ way: translated.way, name, ...params }];
  });
}
