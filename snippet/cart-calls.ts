import { overhear } from './overhear.ts';
import { quietly } from './quietly.ts';
import { say } from './say.ts';

/** The shop's own calls to its cart, by fetch or XMLHttpRequest: read from a copy, never touched. */
export function watchCartCalls() {
  overhear(window, 'fetch', ([, options]) => {
    const { body } = Object(options);
    return (answer) => {
      if (!body || !(answer instanceof Promise)) return;
      answer.then(
        quietly((response: Response) => {
          if (isCart(response.url))
            void response
              .clone()
              .json()
              .catch(() => 0)
              .then((said) => tell(response.url, body, said));
        }),
        () => 0,
      );
    };
  });
  overhear(XMLHttpRequest.prototype, 'send', ([body], request) => {
    if (!body || !(request instanceof XMLHttpRequest)) return;
    request.addEventListener('load', () => {
      if (isCart(request.responseURL)) tell(request.responseURL, body, request.response);
    });
  });
}

const isCart = (url: string) => /cart\b|store.+batch/.test(url);

const tell = quietly((url: string, body: unknown, answer: unknown) => {
  const { pathname, search } = new URL(url);
  say('cart', pathname + search, fieldsOf(body), typeof answer === 'string' ? JSON.parse(answer) : answer);
});

/** As an object in any case: by the names of its fields `say` knows what is a person's. */
function fieldsOf(body: unknown): unknown {
  try {
    return JSON.parse(`${body}`);
  } catch {
    return Object.fromEntries(typeof body === 'string' ? new URLSearchParams(body) : Object(body));
  }
}
