/** A product by its name, with the way to what recommends it. */
export function ProductLink({ id, name }: { id: string; name: string }) {
  return <a href={`/admin/catalog/products/${encodeURIComponent(id)}`}>{name}</a>;
}
