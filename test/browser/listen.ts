import { createServer, type RequestListener } from 'node:http';

/** Serves on a free port of one of the machine's own names: two names are two sites to a browser. */
export async function listen(host: 'localhost' | '127.0.0.1', answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, host, ready));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://${host}:${address.port}`, stop };
}
