/** Why a fact of a source was refused, in words for which there is a fix. */
export type UntoldCode = 'whom' | 'time' | 'answer' | 'type' | 'traits';

/** The code of a field's path, for instance `traits.income`; `isQuestion`: whether the shop asks it. */
export function untoldCode(field: string, isQuestion: (trait: string) => boolean): UntoldCode {
  const [top, trait] = field.split('.');
  if (top === 'customer' || top === 'email' || top === 'phone') return 'whom';
  if (top === 'time') return 'time';
  if (trait === undefined) return 'traits';
  return isQuestion(trait) ? 'answer' : 'type';
}
