import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import type { Content } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { TypedChoice } from './typed-choice.tsx';

/** What is said beside a code, and the code. */
export type Offer = Pick<Extract<Content, { widget: 'coupon' }>, 'title' | 'text' | 'code'>;

interface Props {
  offer: Offer;
  /** Names of the lists of codes. */
  lists: readonly string[];
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (part: Partial<Offer>) => void;
}

/** One code for everybody, or out of a list one for each person; and the words. */
export function OfferFields({ offer, lists, language, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const { code } = offer;
  return (
    <>
      {(['title', 'text'] as const).map((of) => (
        <Field
          key={of}
          label={of === 'title' ? t.heading : t.text}
          value={offer[of][language] ?? ''}
          error={errorAt(of)}
          onInput={(now) => onChange({ [of]: { ...offer[of], [language]: now === '' ? undefined : now } })}
          autocomplete="off"
          optional
        />
      ))}
      <Choice
        label={t.code}
        options={(['shared', 'list'] as const).map((value) => ({ value, label: t.codeKinds[value] }))}
        value={code.kind}
        onChoose={(kind) => onChange({ code: kind === 'shared' ? { kind, code: '' } : { kind, list: '' } })}
      />
      {code.kind === 'shared' ? (
        <Field
          label={t.code}
          value={code.code}
          error={errorAt('code') && t.wrong.code}
          onInput={(next) => onChange({ code: { kind: 'shared', code: next } })}
          autocomplete="off"
          optional
        />
      ) : (
        <TypedChoice
          label={t.codeList}
          value={code.list}
          options={lists.map((list) => ({ value: list, label: list }))}
          other={t.codeListOther}
          typed={{ label: t.codeList }}
          error={errorAt('code') && t.wrong.list}
          onChange={(list) => onChange({ code: { kind: 'list', list } })}
        />
      )}
    </>
  );
}
