// Takes a profile's door, or finds that another process has it: whoever listens there is the one who may renew this profile's keys.
// Clears away what a killed process left, and never a door that somebody is behind.
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect, type Server } from 'node:net';
import { join } from 'node:path';
import { type DoorPlace, makeDoorFolder } from './door-place.ts';

/** As long as two processes that clear at the same time may be in each other's way. */
const settleMs = 100;

export type Claimed = { readonly held: true } | { readonly held: false; readonly release: () => void };

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A socket file without a process behind it refuses. Whatever else goes wrong, somebody may be there. */
function isAlive(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    const end = (alive: boolean): void => {
      socket.destroy();
      done(alive);
    };
    socket.setTimeout(2_000, () => end(true));
    socket.once('connect', () => end(true));
    socket.once('error', (error) => end(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))));
  });
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(path, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** True: `from` is at `to` now, which was not there. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Which socket file it is, also where a file system gives the number of a removed one to the next; empty when there is none. */
function identityOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.ctimeNs}` : '';
}

/**
 * A dead door is moved aside before it is removed: were another process to take its place between looking and removing, the living
 * one comes back to where it was at once.
 */
async function clearDead(path: string, folder: string): Promise<'cleared' | 'alive'> {
  const looked = identityOf(path);
  if (await isAlive(path)) return 'alive';
  if (looked === '' || identityOf(path) !== looked) return 'cleared';
  const aside = join(folder, `${randomBytes(4).toString('hex')}.old`);
  const [ino] = looked.split(' ');
  try {
    renameSync(path, aside);
    const isOther = String(statSync(aside, { bigint: true }).ino) !== ino;
    if (isOther) renameSync(aside, path);
    else rmSync(aside, { force: true });
    return isOther ? 'alive' : 'cleared';
  } catch (error) {
    // Another one was quicker.
    if (codeOf(error) === 'ENOENT') return 'cleared';
    throw error;
  }
}

async function claimPipe(server: Server, path: string): Promise<Claimed> {
  try {
    await listen(server, path);
    return { held: false, release: () => undefined };
  } catch (error) {
    // Windows lets one process alone make the first pipe of a name, and removes it with the process.
    if (codeOf(error) === 'EADDRINUSE') return { held: true };
    throw error;
  }
}

/** `server` listens when this process has got the door. Throws the system's error where there can be no door. */
export async function claimSocket(server: Server, { path, folder }: DoorPlace): Promise<Claimed> {
  if (folder === null) return claimPipe(server, path);
  makeDoorFolder(folder);
  const waiting = join(folder, `${randomBytes(4).toString('hex')}.new`);
  await listen(server, waiting);
  chmodSync(waiting, 0o600);
  const { ino } = statSync(waiting);
  const isMine = (): boolean => statSync(path, { throwIfNoEntry: false })?.ino === ino;
  let hasCleared = false;
  try {
    // Each turn in which nobody got it clears one dead door away.
    for (let turn = 0; turn < 5; turn += 1) {
      if (linked(waiting, path)) {
        // Somebody who was clearing at the same time may put another, living one back.
        if (hasCleared) await new Promise((resolve) => setTimeout(resolve, settleMs));
        if (!isMine()) break;
        return { held: false, release: () => (isMine() ? rmSync(path, { force: true }) : undefined) };
      }
      if ((await clearDead(path, folder)) === 'alive') break;
      hasCleared = true;
    }
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(waiting, { force: true });
  }
  server.close();
  return { held: true };
}
