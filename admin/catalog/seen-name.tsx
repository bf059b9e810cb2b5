import type { SeenView } from '../../server/seen/routes.ts';

export function SeenName({ product: { id, name, url } }: { product: SeenView }) {
  return (
    <>
      {url ? (
        <a href={url} rel="noreferrer" target="_blank">
          {name ?? id}
        </a>
      ) : (
        (name ?? id)
      )}
      <span class="soft small seen-id">{id}</span>
    </>
  );
}
