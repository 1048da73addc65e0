// Every command there is: a new group is one file and one line here.
import { accountCommands } from './account.ts';
import { backupCommands } from './backup.ts';
import { calendarCommands } from './calendar.ts';
import { bookCommands } from './books.ts';
import { catalogueCommands } from './catalogue.ts';
import { clockCommands } from './clock.ts';
import type { Command } from './command.ts';
import { demoCommands } from './demo.ts';
import { deviceCommands } from './devices.ts';
import { dueDateCommands } from './due-date.ts';
import { exportCommands } from './export.ts';
import { formCommands } from './forms.ts';
import { journalCommands } from './journal.ts';
import { receiptCommands } from './receipt.ts';
import { setUpCommands } from './set-up.ts';
import { signingCommands } from './signing.ts';
import { worldCommands } from './world.ts';

export const COMMANDS: readonly Command[] = [
  ...setUpCommands,
  ...worldCommands,
  ...demoCommands,
  ...catalogueCommands,
  ...calendarCommands,
  ...formCommands,
  ...clockCommands,
  ...dueDateCommands,
  ...accountCommands,
  ...journalCommands,
  ...receiptCommands,
  ...signingCommands,
  ...bookCommands,
  ...deviceCommands,
  ...exportCommands,
  ...backupCommands,
];
