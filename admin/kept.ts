/** A choice that this browser keeps. A browser that keeps nothing is no reason to stop. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`vitrina-${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, choice: string): void {
  try {
    localStorage.setItem(`vitrina-${name}`, choice);
  } catch {}
}
