import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { pageMark } from './requests.ts';

/**
 * A generator in a process of its own, on sockets that stay open: it must cost little beside what it measures, since both
 * share the machine. Each connection plays one visit after the other: a newcomer, then the same visitor again by cookie.
 */

export interface Order {
  port: number;
  connections: number;
  /** ms. */
  duration: number;
  /** What is played from now on; without it what was played last. */
  play?: Play | undefined;
}

/** What visitors send, and where: JSON, with a `pageMark` wherever it must be another one each time. */
export interface Play {
  path: string;
  /** Of those who say nothing of themselves. */
  pages: string[];
  /** Of those who sign in. */
  logins?: string[];
}

export interface Outcome {
  requests: number;
  /** ms, from the first request to the last answer. */
  took: number;
  /** ms, one a request. */
  latencies: number[];
  /** Status -> how many. */
  statuses: Record<string, number>;
}

const pagesOfVisit = 8;
/** One visit of so many signs in on its second page. */
const signsIn = 5;

let path = '';
let pages: string[][] = [];
let logins: string[][] = [];
const run = randomBytes(4).toString('hex');
let requests = 0;
let visits = 0;

process.on('message', (order: Order) => {
  if (order.play) {
    path = order.play.path;
    pages = order.play.pages.map((body) => body.split(pageMark));
    logins = (order.play.logins ?? []).map((body) => body.split(pageMark));
  }
  load(order).then(
    (outcome) => process.send?.(outcome),
    (error) => {
      throw error;
    },
  );
});

async function load({ port, connections, duration }: Order): Promise<Outcome> {
  const outcome: Outcome = { requests: 0, took: 0, latencies: [], statuses: {} };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, () => visitor(port, start + duration, outcome)));
  outcome.took = performance.now() - start;
  return outcome;
}

function visitor(port: number, end: number, outcome: Outcome): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
  let token: string | undefined;
  let page = pagesOfVisit;
  let visit = 0;
  return new Promise((resolve, reject) => {
    const next = () => {
      if (performance.now() >= end) {
        socket.destroy();
        resolve();
        return;
      }
      if (page === pagesOfVisit) {
        token = undefined;
        page = 0;
        visit = visits++;
      }
      send(socket, bodyOf(visit, page), token);
      page++;
    };
    let sent = performance.now();
    let received = '';
    socket.on('connect', () => {
      sent = performance.now();
      next();
    });
    socket.on('data', (part) => {
      received += part;
      const answer = answerIn(received);
      if (!answer) return;
      received = '';
      const now = performance.now();
      outcome.latencies.push(now - sent);
      outcome.requests++;
      outcome.statuses[answer.status] = (outcome.statuses[answer.status] ?? 0) + 1;
      token = answer.token ?? token;
      sent = now;
      next();
    });
    socket.on('error', reject);
    socket.on('end', () => reject(new Error('the server closed a connection')));
  });
}

function bodyOf(visit: number, page: number): string {
  const signing = logins.length > 0 && page === 1 && visit % signsIn === 0;
  const list = signing ? logins : pages;
  const parts = list[(signing ? visit / signsIn : visit + page * 13) % list.length] ?? [];
  return parts.join(run + (requests++).toString(36).padStart(pageMark.length - run.length, '0'));
}

/** Names and titles of this catalogue are plain ASCII, so that characters are bytes. */
function send(socket: Socket, body: string, token: string | undefined): void {
  const cookie = token === undefined ? '' : `cookie: _v=${token}\r\n`;
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: collect.shop.example\r\norigin: http://shop.example\r\nsec-fetch-site: same-site\r\n` +
      `user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0\r\ncontent-type: text/plain;charset=UTF-8\r\n` +
      `${cookie}content-length: ${body.length}\r\n\r\n${body}`,
    'latin1',
  );
}

/** A whole answer; null while some of it is missing. */
function answerIn(text: string): { status: string; token: string | undefined } | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const isChunked = /\r\ntransfer-encoding: chunked/i.test(head);
  if (isChunked ? !text.endsWith('\r\n0\r\n\r\n') : text.length < end + 4 + Number(length ?? 0)) return null;
  return { status: head.slice(9, 12), token: /\r\nset-cookie: _v=([^;]+)/i.exec(head)?.[1] };
}
