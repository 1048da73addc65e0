// What the fast path answers, from its decision: the server and the counter without a line say the same.
import type { CopiesCertified } from '#core/dossier/certify-copies.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Desk } from '#core/organisation/organisation.ts';
import { type UnitTree, areasOf } from '#core/organisation/units.ts';
import type { Parties } from '#core/people/person.ts';
import type { CertifyCopiesCommand, CopiesCertifiedAnswer } from '../certify-copies.wire.ts';
import { statusOf } from './status.ts';

/** At the fast path little is written down: the commune of the desk stands for the address. */
export const requesterOf = (
  { requester }: Pick<CertifyCopiesCommand, 'requester'>, place: { readonly desk: Pick<Desk, 'communeUnitId'>; readonly units: UnitTree },
): Parties => ({
  applicant: {
    fullName: requester.fullName, phone: requester.phone,
    identity: {
      kind: requester.identityKind, number: requester.identityNumber,
      reason: requester.identityKind === 'none' ? 'Giải quyết ngay, không ghi giấy tờ tùy thân' : undefined,
    },
    address: { line: requester.address, ...areasOf(place.units, place.desk.communeUnitId) },
  },
});

/** The numbers of the book are not in it: whoever saves knows them. */
export const certificationAnswer = (
  command: Pick<CertifyCopiesCommand, 'dossierId' | 'resolvedNow'>, done: CopiesCertified, at: Moment, code: string, paperId: string | undefined,
): CopiesCertifiedAnswer => ({
  dossierId: command.dossierId, code: code as CopiesCertifiedAnswer['code'], state: done.state, status: statusOf(done.state), revision: 1, at,
  lines: done.lines.map(({ paperName, pages, copies, fee }) => ({ paperName, pages, copies, fee })),
  totalFee: done.totalFee, due: command.resolvedNow ? undefined : done.due, paperId,
});
