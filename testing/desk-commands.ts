// Deterministic commands of the desk for tests: a whole, valid reception of any procedure of the catalogue.
import { randomUUID } from 'node:crypto';
import type { Parties, Person } from '#core/people/person.ts';
import type { EForm, EFormField, ProcedureVersion } from '#core/procedure/procedure.ts';
import { worldOf } from '#demo/world-of.ts';
import type { WorldName } from '#demo/worlds.ts';
import type { CertifyCopiesInput } from '#wire/certify-copies.wire.ts';
import type { ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';

export const farmer: Person = {
  fullName: 'Nguyễn Văn Thử',
  identity: { kind: 'old-identity-card', number: '183000001' },
  phone: '0912000001',
  address: { line: 'thôn Phương Giai', communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' },
};
export const parties: Parties = { applicant: farmer };

const answerTo = (field: EFormField): string | number | boolean => {
  if (field.type === 'boolean') return true;
  if (field.type === 'integer') return field.minimum ?? 1;
  if (field.enum?.[0] !== undefined) return field.enum[0];
  if (field.format === 'date') return '2019-11-01';
  if (field.format === 'phone') return '0912000001';
  if (field.format === 'personal-number') return '042190000002';
  return 'Nội dung thử'.padEnd(field.minLength ?? 1, ' thử');
};

export const answersTo = (form: EForm | undefined): Record<string, string | number | boolean> =>
  Object.fromEntries((form?.required ?? []).flatMap((name) => {
    const field = form?.properties[name];
    return field ? [[name, answerTo(field)]] : [];
  }));

export const papersFor = (procedure: ProcedureVersion, caseId: string): ReceiveDossierInput['papers'] =>
  (procedure.cases.find((one) => one.caseId === caseId)?.checklist ?? []).filter((item) => item.required).flatMap((item) => [
    ...(item.original > 0 || item.shownOnly ? [{ itemId: item.itemId, form: 'original' as const, count: Math.max(1, item.original) }] : []),
    ...(item.certifiedCopy > 0 ? [{ itemId: item.itemId, form: 'certified-copy' as const, count: item.certifiedCopy }] : []),
    ...(item.plainCopy > 0 ? [{ itemId: item.itemId, form: 'plain-copy' as const, count: item.plainCopy }] : []),
  ]);

export const receiveCommand = (
  deskId: string, procedure: ProcedureVersion, more: Partial<ReceiveDossierInput> = {},
): ReceiveDossierInput => {
  const caseId = more.caseId ?? procedure.cases[0]?.caseId ?? '';
  return {
    dossierId: randomUUID(), deskId, procedureCode: procedure.code, procedureVersion: procedure.version, caseId,
    channel: 'counter', regime: 'one-stop', parties: structuredClone(parties) as ReceiveDossierInput['parties'],
    answers: answersTo(procedure.eForm), papers: papersFor(procedure, caseId), setCount: 1, fees: [],
    returnWish: { kind: 'at-desk', deskId }, ...more,
  };
};

export const certifyCommand = (deskId: string, procedure: ProcedureVersion, more: Partial<CertifyCopiesInput> = {}): CertifyCopiesInput => ({
  dossierId: randomUUID(), deskId, procedureCode: procedure.code, procedureVersion: procedure.version,
  requester: { fullName: 'Lê Thị Minh Họa', identityKind: 'old-identity-card', identityNumber: '183000002' },
  lines: [{ paperName: 'Giấy khai sinh', pages: 1, copies: 3 }, { paperName: 'Bằng tốt nghiệp', pages: 4, copies: 1 }],
  resolvedNow: true, collected: true, ...more,
});

export const procedureIn = (world: WorldName, code: string): ProcedureVersion => {
  const found = worldOf(world).procedures.find((procedure) => procedure.code === code);
  if (!found) throw new Error(`no procedure ${code} in ${world}`);
  return found;
};

/** The applicant takes the dossier back and everything in it, signed for. */
export const WITHDRAWAL = {
  reason: 'Không có nhu cầu nữa',
  request: { how: 'in-person', asker: { kind: 'applicant' } },
} as const;
/** All that the agency sent back came as it was sent. */
export const COUNTED = Array.from({ length: 30 }, (_, i) => ({ lineNo: i + 1, result: 'received' }) as const);
export const TAKEN_BACK = {
  receiver: { relation: 'applicant' }, papers: Array.from({ length: 30 }, (_, i) => ({ lineNo: i + 1, given: true })), signing: { kind: 'signed' },
} as const;
