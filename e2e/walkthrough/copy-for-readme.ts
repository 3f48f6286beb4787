// The few pictures that the README shows, under names that stay.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemes } from './camera.ts';
import {
  accountPicture,
  accountsPicture,
  bridgePicture,
  brokenPicture,
  browserPicture,
  pictureName,
  sheetPicture,
} from './picture-names.ts';
import { shrinkPng } from './shrink-png.ts';

const wanted: Readonly<Record<string, string>> = {
  'step-1': pictureName('understand'),
  'step-6': pictureName('response'),
  'step-10': pictureName('test'),
  accounts: accountsPicture,
  account: accountPicture,
  broken: brokenPicture,
  sheet: sheetPicture,
  bridge: bridgePicture,
  'browser-page': browserPicture('arrived'),
};

/** Those that were not taken (without a browser there is no browser page) are left as they are. */
export function copyForReadme(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const [name, picture] of Object.entries(wanted)) {
    for (const scheme of schemes) {
      const source = join(from, `${picture}-${scheme}.png`);
      if (existsSync(source)) writeFileSync(join(to, `${name}-${scheme}.png`), shrinkPng(readFileSync(source)));
    }
  }
}
