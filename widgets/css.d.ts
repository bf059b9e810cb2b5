/** Styles are imported as text: a constructed style sheet works under a shop's strict content security policy. */
declare module '*.css' {
  const text: string;
  export default text;
}
