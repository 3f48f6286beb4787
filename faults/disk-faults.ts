// Disks that are full, read-only or hold something else than was written.
import { diskFileFaults } from './disk-files.ts';
import { diskSettingsFaults } from './disk-settings.ts';
import { diskVaultFaults } from './disk-vault.ts';

export const diskFaults = [...diskVaultFaults, ...diskSettingsFaults, ...diskFileFaults];
