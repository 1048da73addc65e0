// The agency's screens in rail, palette and keys.
import type { ScreenEntry } from '../shell/screens.ts';

export const officeScreens: readonly ScreenEntry[] = [];
