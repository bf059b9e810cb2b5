import type { PropsOf } from '../../widgets/define.ts';
import type { yourData } from '../../widgets/your-data/definition.ts';
import { type Language, messagesIn } from '../messages/messages.ts';
import type { Shop } from '../shops/table.ts';

/** Where visitors see their own data. Nothing of it is here: the widget asks `/v1/me`, which looks who is there. */
export function yourDataFor(language: Language, { key }: Pick<Shop, 'key'>): PropsOf<typeof yourData> {
  const { about: _, ...words } = messagesIn(language).me;
  return { ...words, site: key, language };
}
