// A line between two threads of Postkey: asks and answers, and what is told without an answer. Knows nothing of what is said.

/** What both ends of `node:worker_threads` have. */
export interface ThreadPort {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (message: unknown) => void): unknown;
}

/** By name: what is asked, and what is answered. */
export type Calls = Readonly<Record<string, { readonly input: unknown; readonly answer: unknown }>>;

export type Answering<C extends Calls> = {
  readonly [N in keyof C]: (input: C[N]['input']) => C[N]['answer'] | Promise<C[N]['answer']>;
};

export interface Line<C extends Calls> {
  /** Rejects when the other side failed, or the line is cut. */
  ask<N extends keyof C & string>(name: N, input: C[N]['input']): Promise<C[N]['answer']>;
  /** Whoever still waits for an answer hears that none will come. */
  cut(): void;
}

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly said: string };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** `Theirs`: what this end may ask; `Ours`: what it answers. */
export function makeLine<Theirs extends Calls, Ours extends Calls>(
  port: ThreadPort,
  answering: Answering<Ours>,
): Line<Theirs> {
  const waiting = new Map<number, Waiting>();
  let newest = 0;
  let isCut = false;

  async function answer({ id, name, input }: Extract<Message, { kind: 'ask' }>): Promise<void> {
    try {
      const answered = await answering[name]?.(input as never);
      port.postMessage({ kind: 'answer', id, answer: answered } satisfies Message);
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ kind: 'failed', id, said } satisfies Message);
    }
  }

  port.on('message', (said) => {
    // Both ends are this program.
    const message = said as Message;
    if (message.kind === 'ask') {
      void answer(message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.answer);
    else asked?.reject(new Error(`The other thread failed: ${message.said}`));
  });

  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        if (isCut) {
          reject(new Error('The other thread is gone'));
          return;
        }
        newest += 1;
        waiting.set(newest, { resolve: (value) => resolve(value as never), reject });
        port.postMessage({ kind: 'ask', id: newest, name, input } satisfies Message);
      }),
    cut: () => {
      isCut = true;
      for (const { reject } of waiting.values()) reject(new Error('The other thread is gone'));
      waiting.clear();
    },
  };
}
