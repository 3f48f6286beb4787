// The packing list of `postkey policy`: reads what is laid down here, or a file that is to be; changes nothing.
import { dirname, resolve } from 'node:path';
import { policyMaxBytes, readPolicyText } from '../shared/read-policy.ts';
import { checkedAsJson, checkedAsText, type PolicySayings, policyAsJson, policyAsText } from './cli/policy-answer.ts';
import { readTextFile } from './desktop/text-file.ts';
import { providerIds } from './discovery/provider-entry.ts';
import { type ReadBeside, wholeSource } from './policy/policy-source.ts';
import { readPolicyHere } from './policy/read-policy-here.ts';

export interface RunPolicyParts extends PolicySayings {
  readonly userData: string;
  /** From which a file's path is counted. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface PolicyWish {
  /** A file to look at; null: what is in force. */
  readonly check: string | null;
  readonly json: boolean;
}

/** 0: in order. 1: something of it cannot be read. 2: used wrongly, or no such file. */
export async function runPolicy({ check, json }: PolicyWish, parts: RunPolicyParts): Promise<0 | 1 | 2> {
  if (check !== null) return checkFile(check, json, parts);
  const { inForce } = await readPolicyHere(parts.userData);
  parts.out(json ? policyAsJson(inForce) : policyAsText(inForce, parts));
  return inForce.troubles.length === 0 ? 0 : 1;
}

/** Whose a file is counts where it is laid, not where it is written. */
const readAnyone: ReadBeside = async (path, mostBytes) => {
  const text = await readTextFile(path, mostBytes);
  if (text === null) return { kind: 'absent' };
  return text.length > mostBytes ? { kind: 'fault', fault: 'too-large' } : { kind: 'text', text };
};

async function checkFile(name: string, json: boolean, parts: RunPolicyParts): Promise<0 | 1 | 2> {
  const path = resolve(parts.folder, name);
  const text = await readTextFile(path, policyMaxBytes);
  if (text === null) {
    parts.err(`${parts.say('policy.noFile', { file: name })}\n`);
    return 2;
  }
  const reading = readPolicyText(text);
  const read = await wholeSource({ level: 'machine', place: path }, reading, dirname(path), readAnyone);
  const mistakes = 'source' in read ? [] : read;
  const allowed = reading.ok ? (reading.policy.allowedProviders ?? []) : [];
  const unknown = allowed.filter((id) => !providerIds.some((each) => each === id));
  parts.out(json ? checkedAsJson(mistakes, unknown) : checkedAsText(name, mistakes, unknown, parts));
  return mistakes.length === 0 ? 0 : 1;
}
