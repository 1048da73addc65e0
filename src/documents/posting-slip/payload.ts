// Phiếu gửi hồ sơ: the contract between sender and public post; both sign, the dossier is sealed before them.
// @law QĐ 45/2016/QĐ-TTg Đ.6.4, Đ.9.2; TT 17/2017/TT-BTTTT Đ.9
import type { Dated, PaperLine, PartyLine, Provable } from '../kit/parts.ts';

export type PostingSlipPayload = Dated & Provable & {
  readonly kind: 'posting-slip';
  readonly version: 'v2016';
  /** 'Bưu điện tỉnh Hà Tĩnh' over 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc'. */
  readonly operatorName: string;
  readonly postOfficeName: string;
  readonly postOfficeAddress: string;
  readonly postOfficePhone?: string;
  readonly place: string;
  readonly direction: 'dossier' | 'outcome';
  /** Số hiệu bưu gửi. */
  readonly itemNumber: string;
  readonly dossierCode?: string;
  readonly sender: PartyLine;
  readonly receiver: PartyLine;
  readonly procedureName: string;
  readonly papers: readonly PaperLine[];
  readonly serviceMode: string;
  /** 'Chậm nhất ngày 20/11/2019 (J+2)' */
  readonly transitTime: string;
  readonly postage: number; // đồng
  readonly postagePayment: string;
  /** Phí and lệ phí collected for the agency, apart from the postage. */
  readonly collectedForAgency: number;
  readonly sealNumber?: string;
  readonly clerkName: string;
  readonly trackingUrl?: string;
};
