/** The database of the device in which it is kept what a visitor has typed into the shop's order form. */
export const keptForm = 'vitrina-order-form';

/** Whether it has any of it; not known by browsers that do not say which databases there are. */
export async function hasOrderForm(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === keptForm);
  } catch {
    return false;
  }
}

/** Whoever erases what is known of them, or takes their consent back, leaves nothing on the device either. */
export function forgetOrderForm() {
  // Looking at it throws where the visitor has blocked it.
  try {
    indexedDB.deleteDatabase(keptForm);
  } catch {}
}
