import { h } from 'preact';

/** What JSX becomes in the widgets' bundle: a quarter of the bytes of `preact/jsx-runtime`, which also serves servers. */
export function jsx(type: string, props: object, key?: string) {
  return h(type, { ...props, key });
}

export { jsx as jsxs };
