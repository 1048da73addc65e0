// Giấy ủy quyền: to submit, to collect, or to sign the original register in somebody's place. Printed
// prefilled for signing; what is absent stays a dotted line to write on.
// @law QĐ 45/2016/QĐ-TTg Đ.9; BLDS 91/2015/QH13 Đ.138
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Dated } from '../kit/parts.ts';

export type AuthorisingPerson = {
  readonly name?: string;
  readonly bornOn?: PlainDate;
  /** As one line. */
  readonly identity?: string;
  readonly address?: string;
  readonly phone?: string;
};

export type AuthorisationPayload = Dated & {
  readonly kind: 'authorisation';
  readonly version: 'v1';
  readonly place: string;
  readonly grantor: AuthorisingPerson;
  readonly grantee: AuthorisingPerson;
  readonly purpose: 'submit' | 'collect' | 'submit-and-collect' | 'sign-register';
  readonly procedureName?: string;
  readonly dossierCode?: string;
  /** Phạm vi, where it says more than the purpose. */
  readonly scope?: string;
  readonly validUntil?: PlainDate;
  /** The law asks for a certified signature: room for the certification is printed. */
  readonly certified: boolean;
};
