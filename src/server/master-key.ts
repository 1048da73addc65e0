// The installation's one secret: from the environment, or made once in the data folder.
import { join } from 'node:path';
import type { Configuration } from './config.ts';
import { openMasterKey } from './secrets.ts';

export const masterKeyOf = ({ config, secrets }: Configuration): Promise<Buffer> =>
  secrets.masterKey === undefined
    ? openMasterKey(join(config.dataFolder, 'master.key'))
    : Promise.resolve(Buffer.from(secrets.masterKey, 'hex'));
