import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop's web server that answers as a test tells it, and remembers what it was asked. */
export interface FeedServer {
  origin: string;
  asked: IncomingMessage[];
  answer(at: string, answer: (request: IncomingMessage, response: ServerResponse) => void): string;
  stop(): Promise<void>;
}

/** On 127.0.0.1, or another of this machine's own addresses. */
export async function startFeedServer(host = '127.0.0.1'): Promise<FeedServer> {
  const asked: IncomingMessage[] = [];
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, host);
  await once(server, 'listening');
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    answer: (at, answer) => {
      answers.set(at, answer);
      return `${origin}${at}`;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
