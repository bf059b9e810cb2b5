/** Much goes on together; now and then something must be alone. Who comes while it works waits until it has ended. */
export interface Turn {
  together<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurn(): Turn {
  let closed: Promise<void> | null = null;
  let underWay = 0;
  let onIdle = () => {};
  return {
    together: async (work) => {
      while (closed) await closed;
      underWay++;
      try {
        return await work();
      } finally {
        underWay--;
        if (underWay === 0) onIdle();
      }
    },
    alone: async (work) => {
      while (closed) await closed;
      let open = () => {};
      closed = new Promise((resolve) => {
        open = resolve;
      });
      try {
        if (underWay > 0)
          await new Promise<void>((resolve) => {
            onIdle = resolve;
          });
        return await work();
      } finally {
        onIdle = () => {};
        closed = null;
        open();
      }
    },
  };
}
