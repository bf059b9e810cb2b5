/** Which paths a pattern names: `*` stands for anything, and nothing else for anything but itself. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return (path) => path === start;
  return (path) => {
    if (path.length < start.length + end.length || !path.startsWith(start) || !path.endsWith(end)) return false;
    // Each part at the first place where it is: what comes after has the most room then.
    let from = start.length;
    const until = path.length - end.length;
    for (const part of rest) {
      const at = path.indexOf(part, from);
      if (at < 0 || at + part.length > until) return false;
      from = at + part.length;
    }
    return true;
  };
}
