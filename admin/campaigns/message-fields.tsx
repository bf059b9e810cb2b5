import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import type { Content } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';

type Message = Extract<Content, { widget: 'message' }>;

interface Props {
  message: Message;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (message: Message) => void;
}

/** A heading, a text, a picture and a button; what is said, in one language at a time. */
export function MessageFields({ message, language, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const { title, text, image, button } = message;
  const said = (words: Message['text'], now: string) => ({ ...words, [language]: now === '' ? undefined : now });
  return (
    <>
      <Field
        label={t.heading}
        value={title[language] ?? ''}
        error={errorAt('title')}
        onInput={(now) => onChange({ ...message, title: said(title, now) })}
        autocomplete="off"
        optional
      />
      <Field
        label={t.text}
        value={text[language] ?? ''}
        error={errorAt('text')}
        onInput={(now) => onChange({ ...message, text: said(text, now) })}
        autocomplete="off"
        optional
      />
      <div class="recipe-line">
        <Field
          label={t.button}
          hint={t.buttonHint}
          value={button?.words[language] ?? ''}
          error={errorAt('button.words')}
          onInput={(now) =>
            onChange({ ...message, button: { words: said(button?.words ?? {}, now), url: button?.url ?? '/' } })
          }
          autocomplete="off"
          optional
        />
        <Field
          label={t.link}
          hint={t.linkHint}
          value={button?.url ?? ''}
          error={errorAt('button.url')}
          onInput={(url) => onChange({ ...message, button: { words: button?.words ?? {}, url } })}
          autocomplete="off"
          optional
        />
      </div>
      <Field
        label={t.image}
        hint={t.imageHint}
        value={image ?? ''}
        error={errorAt('image')}
        onInput={(address) => onChange({ ...message, image: address === '' ? null : address })}
        autocomplete="off"
        optional
      />
    </>
  );
}
