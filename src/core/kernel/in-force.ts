// Every rule has a day it begins and, perhaps, a day it ends (exclusive); a dossier keeps that of its day.
// @law Luật Ban hành văn bản quy phạm pháp luật: hiệu lực về thời gian
import type { PlainDate } from './moment.ts';

export type Dated = { readonly validFrom: PlainDate; readonly validTo?: PlainDate };

export const isInForce = (item: Dated, date: PlainDate): boolean =>
  item.validFrom <= date && (item.validTo === undefined || date < item.validTo);

/** The item in force on the date; of several, the one that began last. */
export const inForce = <T extends Dated>(items: readonly T[], date: PlainDate): T | undefined => {
  let found: T | undefined;
  for (const item of items) {
    if (isInForce(item, date) && (found === undefined || item.validFrom >= found.validFrom)) found = item;
  }
  return found;
};

/** A setting that changes with the law: the 15:00 rule, a rate, the form of a code. */
export type DatedSetting<T> = Dated & { readonly value: T; readonly law?: string };

export const settingOn = <T>(settings: readonly DatedSetting<T>[], date: PlainDate): T | undefined =>
  inForce(settings, date)?.value;
