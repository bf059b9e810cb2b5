/** Runs on a page: everything that a site can keep on a device. */
export async function lookAtDevice() {
  return {
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  };
}

export const emptyDevice = { local: {}, session: {}, cookies: '', databases: [], caches: [] };
