import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import { useLoad } from '../load/use-load.ts';
import type { Content } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { TypedChoice } from './typed-choice.tsx';

type Coupon = Extract<Content, { widget: 'coupon' }>;

interface Props {
  coupon: Coupon;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (coupon: Coupon) => void;
}

/** What is said beside a code: one for everybody, or out of a list one for each person. */
export function CouponFields({ coupon, language, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const { code } = coupon;
  const lists = useLoad(() => parseResponse(client.coupons.$get()), []);
  return (
    <>
      {(['title', 'text'] as const).map((of) => (
        <Field
          key={of}
          label={of === 'title' ? t.heading : t.text}
          value={coupon[of][language] ?? ''}
          error={errorAt(of)}
          onInput={(now) => onChange({ ...coupon, [of]: { ...coupon[of], [language]: now === '' ? undefined : now } })}
          autocomplete="off"
          optional
        />
      ))}
      <Choice
        label={t.code}
        options={(['shared', 'list'] as const).map((value) => ({ value, label: t.codeKinds[value] }))}
        value={code.kind}
        onChoose={(kind) => onChange({ ...coupon, code: kind === 'shared' ? { kind, code: '' } : { kind, list: '' } })}
      />
      {code.kind === 'shared' ? (
        <Field
          label={t.code}
          value={code.code}
          error={errorAt('code') && t.wrong.code}
          onInput={(next) => onChange({ ...coupon, code: { kind: 'shared', code: next } })}
          autocomplete="off"
          optional
        />
      ) : (
        <TypedChoice
          label={t.codeList}
          value={code.list}
          options={(lists.value?.lists ?? []).map(({ list }) => ({ value: list, label: list }))}
          other={t.codeListOther}
          typed={{ label: t.codeList }}
          error={errorAt('code') && t.wrong.list}
          onChange={(list) => onChange({ ...coupon, code: { kind: 'list', list } })}
        />
      )}
    </>
  );
}
