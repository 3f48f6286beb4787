// One question to a page over Chromium's debugger (Chrome DevTools Protocol, Runtime.evaluate), and nothing more.

export interface PageTarget {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

const answerMs = 20_000;

/** `expression` may be a promise; the answer is plain data. */
export function askPage({ webSocketDebuggerUrl }: PageTarget, expression: string): Promise<unknown> {
  const socket = new WebSocket(webSocketDebuggerUrl);
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<unknown>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The page does not answer')), answerMs);
    socket.addEventListener('error', () => reject(new Error('The page cannot be asked')));
    socket.addEventListener('open', () => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    });
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: { result?: { value?: unknown } } };
      if (id === 1) resolve(result?.result?.value);
    });
  });
  return answer.finally(() => {
    clearTimeout(timer);
    socket.close();
  });
}
