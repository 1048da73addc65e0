// Giấy ủy quyền: what is known is printed, the rest is a dotted line.
import { dateOf } from '#core/kernel/moment.ts';
import type { PaperDocument } from '../kit/document.ts';
import { dateInWords, phoneInGroups, shortDate, upper } from '../kit/words.ts';
import type { AuthorisationPayload, AuthorisingPerson } from './payload.ts';

const TITLE = 'Giấy ủy quyền';

const PURPOSES: Readonly<Record<AuthorisationPayload['purpose'], { readonly abstract: string; readonly scope: string }>> = {
  submit: { abstract: 'Nộp hồ sơ thủ tục hành chính', scope: 'nộp hồ sơ, nhận giấy tiếp nhận hồ sơ và hẹn trả kết quả, bổ sung giấy tờ khi được yêu cầu' },
  collect: { abstract: 'Nhận kết quả giải quyết thủ tục hành chính', scope: 'nhận kết quả giải quyết, nhận lại giấy tờ đã nộp và ký nhận' },
  'submit-and-collect': {
    abstract: 'Nộp hồ sơ và nhận kết quả giải quyết thủ tục hành chính',
    scope: 'nộp hồ sơ, nhận giấy tiếp nhận hồ sơ và hẹn trả kết quả, bổ sung giấy tờ khi được yêu cầu, nộp phí, lệ phí, nhận kết quả giải quyết và ký nhận',
  },
  'sign-register': { abstract: 'Ký sổ gốc khi nhận kết quả', scope: 'ký vào sổ gốc của cơ quan giải quyết, nhận kết quả và chuyển trả cho người ủy quyền' },
};

const person = (of: AuthorisingPerson) => ({
  name: of.name ?? null,
  born: of.bornOn === undefined ? null : shortDate(of.bornOn),
  identity: of.identity ?? null,
  address: of.address ?? null,
  phone: of.phone === undefined ? null : phoneInGroups(of.phone),
});

export const authorisation = (payload: AuthorisationPayload): PaperDocument => ({
  template: 'authorisation/v1/authorisation.typ',
  size: 'a4',
  roomy: true,
  title: `${TITLE}: ${PURPOSES[payload.purpose].abstract}`,
  date: dateOf(payload.issuedAt),
  data: {
    heading: upper(TITLE),
    abstract: PURPOSES[payload.purpose].abstract,
    placeAndDate: `${payload.place}, ${dateInWords(dateOf(payload.issuedAt))}`,
    grantor: person(payload.grantor),
    grantee: person(payload.grantee),
    procedureName: payload.procedureName ?? null,
    dossierCode: payload.dossierCode ?? null,
    scope: payload.scope ?? PURPOSES[payload.purpose].scope,
    validUntil: payload.validUntil === undefined ? null : dateInWords(payload.validUntil),
    certified: payload.certified,
  },
});
