/** A text for an example, without what could name a person: addresses of mail, numbers of six digits and more, long codes. */
export function withoutPerson(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[^\s/@]*(@|%40)[^\s/]*/gi, '…')
    .replace(/\+?\d[\d\s().-]{4,}\d/g, '…')
    .replace(/[\w-]{24,}/g, '…');
}
