// The account of a member of staff keeps its id from load to load.
import { uuidOf } from './identifiers.ts';
import type { WorldName } from './worlds.ts';

export const accountIdOf = (world: WorldName, login: string): string => uuidOf(`${world}/account/${login}`);
