// The door of a running Postkey: other programs of the same person ask at it, one question a connection. Only the owner can open the
// socket's folder (0700) and the socket (0600); Node tells no peer's identity, so that the file system is the whole guard.
// On Windows libuv creates the pipe without a security descriptor (uv_pipe_bind2, src/win/pipe.c), so that it has the default one: full
// control to the owner, administrators and the system, reading to everyone (learn.microsoft.com, "Named Pipe Security and Access
// Rights"). Who may only read cannot ask, and each connection hears its own answer alone. Node has no way to narrow it further:
// `server.listen` takes `readableAll` and `writableAll`, which widen it, and a descriptor of one's own would take native code.
import { createServer, type Socket } from 'node:net';
import { claimSocket } from './claim-socket.ts';
import { LineFault, parseLine, readLine, writeLine } from './door-lines.ts';
import { doorPlace } from './door-place.ts';
import { askedSchema, type DoorAnswer, type DoorQuestions } from './door-questions.ts';

export interface Door {
  /** From now on these are answered; what was asked before has waited. */
  answer(questions: DoorQuestions): void;
  /** Ends what is being answered and frees the place. Idempotent. */
  close(): void;
}

export interface DoorParts {
  /** The folder of the settings. */
  readonly profile: string;
  readonly logUnexpected: (error: unknown) => void;
  /** How long one who has connected may say nothing, or not take the answer, milliseconds. */
  readonly silentMs?: number;
}

const mostQuestionBytes = 16_000;
const usualSilentMs = 5_000;
/** A mail program may ask for every mailbox and folder at the same time. */
const mostConnections = 64;
/** How long a question may wait for a Postkey that is starting. */
const startingMs = 20_000;

/** Null: another process of this person has it. Throws the system's error where there can be no door. */
export async function openDoor({ profile, logUnexpected, silentMs = usualSilentMs }: DoorParts): Promise<Door | null> {
  const limits = { mostBytes: mostQuestionBytes, deadlineMs: silentMs };
  const open = new Set<Socket>();
  let ready: (questions: DoorQuestions) => void = () => undefined;
  const questionsReady = new Promise<DoorQuestions>((resolve) => {
    ready = resolve;
  });

  async function answerTo(socket: Socket): Promise<DoorAnswer> {
    const asked = askedSchema.safeParse(parseLine(await readLine(socket, limits)));
    if (!asked.success) return { ok: false, refusal: 'malformed' };
    const questions = await within(startingMs, questionsReady);
    if (questions === null) return { ok: false, refusal: 'busy' };
    const { question, input } = asked.data;
    const entry = Object.hasOwn(questions, question) ? questions[question] : undefined;
    if (!entry) return { ok: false, refusal: 'unknown-question' };
    const controller = new AbortController();
    // Whoever asked has gone: nobody waits for the answer.
    socket.once('close', () => controller.abort());
    const answer = entry.ask(input, controller);
    if (answer === null) return { ok: false, refusal: 'malformed' };
    const inTime = await within(
      entry.deadlineMs,
      answer.then((value) => ({ value })),
    );
    controller.abort();
    return inTime === null ? { ok: false, refusal: 'too-late' } : { ok: true, answer: inTime.value };
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    void answerTo(socket)
      .catch((error: unknown): DoorAnswer => {
        if (error instanceof LineFault)
          return { ok: false, refusal: error.why === 'too-large' ? 'too-large' : 'malformed' };
        logUnexpected(error);
        return { ok: false, refusal: 'unexpected' };
      })
      .then((answer) => {
        writeLine(socket, answer);
        // Whoever does not take the answer takes no place either.
        socket.setTimeout(silentMs, () => socket.destroy());
      });
  });
  server.maxConnections = mostConnections;
  const claimed = await claimSocket(server, doorPlace(profile));
  if (claimed.held) return null;
  // Never what keeps a Postkey from ending.
  server.unref();
  return {
    answer: (questions) => ready(questions),
    close: () => {
      claimed.release();
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
