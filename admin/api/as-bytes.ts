/** The typed client writes JSON; a file goes as it is. */
export function asBytes(body: Blob) {
  return { init: { body, headers: { 'x-vitrina': '1', 'content-type': 'application/octet-stream' } } };
}
