import { createServer, type RequestListener } from 'node:http';

/** Serves on a free port of one of the machine's own names: two names are two sites to a browser. */
export async function listen(host: 'localhost' | 'other.localhost' | '127.0.0.1', answer: RequestListener) {
  const server = createServer(answer);
  // Browsers know by themselves that whatever ends with .localhost is here; the system need not.
  const name = host.endsWith('.localhost') ? 'localhost' : host;
  await new Promise<void>((ready) => server.listen(0, name, ready));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://${host}:${address.port}`, stop };
}
