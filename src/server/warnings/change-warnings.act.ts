// The administrator sets how early a desk or an agency is warned.
import { type SettingsRefused, type WarningSettings, changeWarnings } from '#core/warning/warning-settings.ts';
import type { Act } from '../acts/act.ts';
import { holderIsThere, saveWarningSettings } from './warning-settings.sql.ts';

export type ChangeWarnings = { readonly holder: string; readonly settings: WarningSettings };

export const changeWarningsAct: Act<ChangeWarnings, { readonly there: true }, WarningSettings, SettingsRefused, ChangeWarnings> = {
  name: 'change-warnings',
  load: async (db, { provinceId }, { holder }) => (await holderIsThere(db, provinceId, holder)) ? { there: true } : undefined,
  decide: ({ settings }) => changeWarnings(settings),
  save: async (db, context, { holder }, settings) => {
    await saveWarningSettings(db, context, holder, settings);
    return { answer: { holder, settings }, chain: 'admin', journal: [{ act: 'change-warnings', data: { holder, ...settings } }], outbox: [] };
  },
};
