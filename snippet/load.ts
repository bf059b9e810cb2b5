/** Of the snippet and of all that it loads; set by the build. */
declare const VERSION: string;

/** A module of ours; nothing where it cannot be had. */
export function load<T>(origin: string, name: string): Promise<T | undefined> {
  return import(`${origin}/w/${name}-${VERSION}.js`).catch(() => undefined);
}
