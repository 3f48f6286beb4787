// Asks the Postkey that has a profile. Takes its answer for unknown until parsed.
import { connect } from 'node:net';
import { parseLine, readLine } from './door-lines.ts';
import { doorPlace, isOwnDoorFolder } from './door-place.ts';
import { answerSchema, type DoorAnswer } from './door-questions.ts';

/** A whole case file has three million characters at most; few of them take more than a byte. */
const mostBytes = 8_000_000;

/** `nobody`: no Postkey has this profile now, or the one that had it went away in the middle. */
export function askDoor(
  profile: string,
  question: string,
  input: unknown,
  deadlineMs: number,
): Promise<DoorAnswer | 'nobody'> {
  const { path, folder } = doorPlace(profile);
  // What is asked holds an address: it is told to nobody else's program.
  if (folder !== null && !isOwnDoorFolder(folder)) return Promise.resolve('nobody');
  return new Promise((done) => {
    const socket = connect(path);
    const end = (answer: DoorAnswer | 'nobody'): void => {
      socket.destroy();
      done(answer);
    };
    socket.on('error', () => end('nobody'));
    socket.once('connect', () => {
      socket.write(`${JSON.stringify({ postkeyDoor: 1, question, input })}\n`);
      readLine(socket, { mostBytes, deadlineMs }).then(
        (line) => {
          const parsed = answerSchema.safeParse(parseLine(line));
          end(parsed.success ? (parsed.data as DoorAnswer) : { ok: false, refusal: 'malformed' });
        },
        (fault: { why?: string }) => end(fault.why === 'too-late' ? { ok: false, refusal: 'too-late' } : 'nobody'),
      );
    });
  });
}
