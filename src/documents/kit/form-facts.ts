// What is known of the circulars' forms and what is not: the ONE place where a form's title, its number, its
// symbol and the unverified part of it stand. Verified later, a row changes here and the mark leaves the paper.
// @law TT 01/2018/TT-VPCP; TT 03/2025/TT-VPCP; NĐ 30/2020/NĐ-CP; NĐ 23/2015/NĐ-CP; NĐ 280/2025/NĐ-CP
import type { CertificationBookVersion } from '#core/paper-form/certification-books.ts';
import type { OneStopVersion } from '#core/paper-form/form-versions.ts';

export type FormFact = {
  readonly title: string;
  /** 'Mẫu số 04 – Thông tư số 01/2018/TT-VPCP'; absent where the circular has no such form. */
  readonly form?: string;
  /** After the number, where nothing else is set: 'PXL'. */
  readonly symbol?: string;
  /** 'parts': the fields named in `unverified` are from memory; 'whole': only the form's name is known. */
  readonly mark: 'verified' | 'parts' | 'whole';
  readonly unverified: readonly string[];
};

export type CircularForm = 'apology-notice' | 'stop-notice' | 'dossier-register';

const TT2018 = 'Thông tư số 01/2018/TT-VPCP';
const TT2025 = 'Thông tư số 03/2025/TT-VPCP';

export const FORM_FACTS: Readonly<Record<CircularForm, Readonly<Record<OneStopVersion, FormFact>>>> = {
  'apology-notice': {
    v2018: {
      title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', form: `Mẫu số 04 – ${TT2018}`, symbol: 'PXL',
      mark: 'parts', unverified: ['symbol'],
    },
    v2025: {
      title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', form: `Mẫu số 04 – ${TT2025}`,
      mark: 'whole', unverified: [],
    },
  },
  'stop-notice': {
    v2018: { title: 'Thông báo', symbol: 'TB', mark: 'verified', unverified: [] },
    v2025: { title: 'Thông báo', form: `Mẫu số 05 – ${TT2025}`, symbol: 'TB', mark: 'whole', unverified: [] },
  },
  'dossier-register': {
    v2018: {
      title: 'Sổ theo dõi hồ sơ', form: `Mẫu số 06 – ${TT2018}`,
      mark: 'parts', unverified: ['procedure', 'agency', 'forwarded', 'outcome', 'means'],
    },
    v2025: { title: 'Sổ theo dõi hồ sơ', form: `Mẫu số 07 – ${TT2025}`, mark: 'whole', unverified: [] },
  },
};

const ND23 = 'Mẫu kèm theo Nghị định số 23/2015/NĐ-CP';
const ND280 = 'Mẫu kèm theo Nghị định số 280/2025/NĐ-CP';
const CERTIFICATION_TITLES = {
  copies: 'Sổ chứng thực bản sao từ bản chính', signatures: 'Sổ chứng thực chữ ký/chứng thực điểm chỉ', contracts: 'Sổ chứng thực hợp đồng, giao dịch',
} as const;
export type CertificationBookOf = keyof typeof CERTIFICATION_TITLES;

/** The columns of copies and signatures are those that programs of provincial departments print; the annex itself was not read. */
export const certificationFact = (of: CertificationBookOf, version: CertificationBookVersion): FormFact => {
  const title = CERTIFICATION_TITLES[of];
  if (version === 'v2025') return { title, form: ND280, mark: 'whole', unverified: [] };
  return of === 'contracts' ? { title, form: ND23, mark: 'parts', unverified: ['requester', 'paper', 'count'] } : { title, form: ND23, mark: 'whole', unverified: [] };
};

/** What the foot says of the form: where it is from, and what of it was not compared with the original. */
export const formFoot = ({ form, mark }: FormFact): string => {
  if (form === undefined) return '';
  if (mark === 'verified') return form;
  return mark === 'parts' ? `${form} (*: chưa đối chiếu)` : `${form} (bố cục chưa đối chiếu)`;
};

/** '*' after what is from memory. */
export const starOf = (fact: FormFact, field: string): string => (fact.unverified.includes(field) ? '*' : '');
