// Every paper in every version with extreme data, made from its ordinary sample: names of eighty letters,
// long addresses and procedures, forty papers, reasons in six paragraphs. Only for looking and checking.
import type { PaperPayload } from '../papers.ts';
import { apology2018Long } from './leader-notices.ts';
import { fortyPapers, longNamed } from './people.ts';

const TEXTS: Readonly<Record<string, string>> = {
  ownerName: longNamed.name, personName: longNamed.name, guideName: longNamed.name, giverName: longNamed.name, takerName: longNamed.name, receiverName: longNamed.name,
  assistantName: longNamed.name, clerkName: longNamed.name, collectorName: longNamed.name, keeperName: longNamed.name, signedBy: longNamed.name,
  address: longNamed.address, email: longNamed.email ?? '', permanentAddress: longNamed.address, currentAddress: longNamed.address, temporaryAddress: longNamed.address,
  procedureName: apology2018Long.procedureName, reason: apology2018Long.reason,
};
/** Whose `name` is a person's. */
const PEOPLE = new Set(['applicant', 'owner', 'invited', 'person', 'payer', 'sender', 'receiver', 'grantor', 'grantee', 'signer', 'by', 'contact']);

const stretch = (value: unknown, key: string, parent: string): unknown => {
  if (typeof value === 'string') return key === 'name' && PEOPLE.has(parent) ? longNamed.name : (TEXTS[key] ?? value);
  if (Array.isArray(value)) {
    if (value.some((item) => typeof item === 'object' && item !== null && 'plainCopy' in item && !('code' in item))) return fortyPapers;
    return value.map((item: unknown) => stretch(item, '', key));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, stretch(item, inner, key)]));
};

/** A reason of one line in a list stays one line: the list is long enough. */
export const extremeOf = (payload: PaperPayload): PaperPayload => stretch(payload, '', '') as PaperPayload;
