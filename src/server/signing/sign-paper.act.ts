// The key's holder is asked before anything is saved and outside any transaction: he may take a minute. What came back is
// saved only if nobody signed in between; a refusal of his saves nothing.
import { X509Certificate, createHash } from 'node:crypto';
import type { FileStore } from '#adapters/file-store/port.ts';
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import { type SignPaperFacts, type SignatureRole, signPaper } from '#core/dossier/sign-paper.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { placeIn } from '#documents/kit/party-line.ts';
import { paperTitleOf } from '#documents/kit/paper-titles.ts';
import { type SignatureShown, signatureBlock } from '#documents/kit/signature-block.ts';
import { documentFor } from '#documents/papers.ts';
import type { SigningRefusal } from '#wire/refusals/signing.ts';
import type { PaperSignedAnswer } from '#wire/sign-paper.wire.ts';
import type { Act, ActContext, Performed } from '../acts/act.ts';
import { perform, replayOf } from '../acts/perform.ts';
import type { Reader } from '../reading/reader.sql.ts';
import { printPaperToSign, printPiece } from '../papers/press.ts';
import type { PaperToSign } from '../papers/render.ts';
import { atServedAddress } from '../papers/served-address.ts';
import { withProof } from './paper-proof.ts';
import type { SealKeys } from './seal-keys.ts';
import { type FoundService, type SigningDeps, serviceFor } from './services.ts';
import { signPdf } from './sign-pdf.ts';
import { findTimeStampService } from './time-stamps.sql.ts';
import { roomsOf } from './signature-room.ts';
import { DRAFT_TITLE } from './signatures.ts';
import { type NewSignature, type Subject, type SubjectRow, findSubject, insertSignedFile } from './signing.sql.ts';

export type SignDeps = SigningDeps & { readonly fileStore: FileStore; readonly sealKeys: SealKeys };
export type SignCall = {
  readonly subject: Subject; readonly as: SignatureRole; readonly pin?: string; readonly reader: Reader; readonly capacity?: SigningCapacity;
  /** Where citizens open the pages; a sample's paper is signed with the address that is served. */
  readonly origin: string;
};

const ACT = 'sign-paper';

const factsOf = (row: SubjectRow, reader: Reader, hasCredential: boolean): SignPaperFacts => ({
  kind: row.kind, seats: reader.seats.filter(({ reached }) => reached.includes(row.agencyRootUnitId)).map(({ role }) => role),
  signatures: row.signatures.map(({ role }) => role), hasFile: row.payload !== null || row.file !== null, hasCredential,
  awaitsSigner: row.awaitsSigner,
  ...(row.supersededAt === null ? {} : { supersededAt: row.supersededAt }),
});

/** A notice as it prints, with the rooms that its form leaves for signatures. */
const setNotice = async ({ sealKeys }: SignDeps, { paperId, deskId, payload }: SubjectRow, origin: string): Promise<PaperToSign | undefined> =>
  (payload === null || paperId === null ? undefined
    : printPaperToSign(documentFor(await withProof({ paperId, deskId, payload: atServedAddress(payload, origin) }, sealKeys))));

/** The last signed form, or what is signed first: the paper as it prints, the outcome's own file. */
const fileOf = async (deps: SignDeps, row: SubjectRow, origin: string): Promise<PaperToSign | undefined> => {
  const notice = await setNotice(deps, row, origin);
  const sha256 = row.signatures.at(-1)?.sha256 ?? row.file;
  if (sha256 === null) return notice;
  const pdf = await deps.fileStore.get(sha256);
  return pdf && { ...notice, pdf };
};

const capacityOf = ({ payload, capacity }: SubjectRow): string | undefined => {
  const signer = payload !== null && 'signer' in payload ? payload.signer : undefined;
  return signer ? `${signer.prefix} ${signer.title}`.trim() : (capacity ?? undefined);
};

const shownOf = (call: SignCall, row: SubjectRow, signerName: string, signedAt: SignatureShown['signedAt'], isTest: boolean): SignatureShown => {
  const capacity = capacityOf(row) ?? (call.capacity && `${call.capacity.prefix} ${call.capacity.title}`.trim());
  return {
    role: call.as, signerName, agencyName: row.agencyName, signedAt, isTest,
    ...(capacity === undefined ? {} : { capacity }),
    // a notice says its own number
    ...(row.payload === null && row.number !== null ? { number: row.number } : {}),
  };
};

const titleOf = (row: SubjectRow): string => `${row.name ?? (row.kind === 'draft' ? DRAFT_TITLE : paperTitleOf(row.kind, row.payload?.version ?? '')) ?? 'Giấy tờ'}${row.number ? ` số ${row.number}` : ''}`;
const serialOf = (certificate: Uint8Array): string => {
  try {
    return new X509Certificate(certificate).serialNumber;
  } catch {
    return '';
  }
};

type Signed = { readonly signature: NewSignature; readonly title: string };

const askHolder = async (
  deps: SignDeps, context: ActContext, call: SignCall, row: SubjectRow, found: FoundService, signatureNo: number,
): Promise<Result<Signed, SigningRefusal>> => {
  const original = await fileOf(deps, row, call.origin);
  if (!original) return refuse({ kind: 'no-file-to-sign' });
  const title = titleOf(row);
  const signerName = call.as === 'leader' ? context.accountName : row.agencyName;
  const piece = await printPiece(signatureBlock(shownOf(call, row, signerName, context.now, found.isTest)));
  const authority = await findTimeStampService(deps.pool, context.provinceId);
  const signed = await signPdf(found.service, original.pdf, {
    credentialId: found.credentialId, secret: call.pin, description: `${title}, hồ sơ ${row.code}`,
    signerName, reason: call.as === 'leader' ? `Ký ${title}` : `Phát hành ${title}`, place: placeIn(row.agencyName) ?? row.agencyName, signedAt: context.now,
    ...(authority && { timeStamps: deps.makers.timeStamps(authority) }),
    look: { piece, ...roomsOf(original, call.as) },
  });
  if (!signed.ok) return signed;
  const { pdf, certificates, stamped } = signed.value;
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  await deps.fileStore.put(sha256, pdf);
  return ok({
    title,
    signature: {
      subject: call.subject, signatureNo, dossierId: row.dossierId, role: call.as, sha256, bytes: pdf.length, signerName, serial: serialOf(certificates.chain[0]),
      serviceId: found.serviceId, at: context.now, by: context.accountId, byName: context.accountName, stamped,
    },
  });
};

const keepAct = (reader: Reader): Act<Signed, SubjectRow, Signed, SigningRefusal, PaperSignedAnswer> => ({
  name: ACT,
  load: (db, { provinceId }, { signature }) => findSubject(db, provinceId, signature.subject, reader.unitIds, 'lock'),
  decide: (signed, row) => {
    if (row.signatures.length + 1 !== signed.signature.signatureNo) return refuse({ kind: 'signed-meanwhile' });
    const may = signPaper(signed.signature.role, factsOf(row, reader, true));
    return may.ok ? ok(signed) : may;
  },
  save: async (db, { provinceId }, _command, { signature, title }, row) => {
    await insertSignedFile(db, provinceId, signature);
    const { signatureNo, signerName, sha256, role, serial, serviceId, stamped } = signature;
    return {
      answer: { signatureNo, signerName, sha256, ...(stamped && 'missing' in stamped && { stampMissing: true as const }) },
      chain: `unit:${row.agencyRootUnitId}`,
      journal: [{ act: ACT, dossierId: row.dossierId, data: { note: title, role, signerName, sha256, serial, serviceId, ...(stamped && { timeStamp: stamped }) } }],
      outbox: [],
    };
  },
});

export const performSignPaper = async (deps: SignDeps, context: ActContext, call: SignCall): Promise<Performed<SigningRefusal, PaperSignedAnswer>> => {
  // sent again: the key's holder is not asked a second time
  const replay = await replayOf<SigningRefusal, PaperSignedAnswer>(deps.pool, context, ACT);
  if (replay) return replay;
  const row = await findSubject(deps.pool, context.provinceId, call.subject, call.reader.unitIds);
  if (!row) return { kind: 'not-found' };
  const may = signPaper(call.as, factsOf(row, call.reader, true));
  if (!may.ok) return { kind: 'refused', refusal: may.refusal };
  const found = await serviceFor(deps,
    call.as === 'leader' ? { accountId: context.accountId } : { unitId: row.agencyRootUnitId },
    call.as === 'leader' ? { name: context.accountName, title: call.capacity?.title, organisation: row.agencyName } : { name: row.agencyName, organisation: row.agencyName });
  if (!found) return { kind: 'refused', refusal: { kind: 'no-signing-credential' } };
  const signed = await askHolder(deps, context, call, row, found, may.value.signatureNo);
  return signed.ok ? perform(deps.pool, keepAct(call.reader), context, signed.value) : { kind: 'refused', refusal: signed.refusal };
};
