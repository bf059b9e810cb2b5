/** How the browser got this page; activation and status are not known everywhere. */
export interface NavigationEntry {
  responseStart?: number;
  responseStatus?: number;
  activationStart?: number;
}

export function navigationEntry(): NavigationEntry {
  const [entry]: NavigationEntry[] & PerformanceEntryList = performance.getEntriesByType('navigation');
  return entry ?? {};
}
