/** `dist/public`, put into the worker by the build: path -> base64. */
declare module 'embedded:public' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
