// A Word file of a text that a leader still edits; what is printed and kept stays the paper itself.
import { Document, Packer, type Paragraph, type Table } from 'docx';
import { apologyWords } from '#documents/apology-notice/document.ts';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { refusalWords } from '#documents/refusal-notice/document.ts';
import { stopWords } from '#documents/stop-notice/document.ts';
import { supplementWords } from '#documents/supplement-request/document.ts';
import { apologyBlocks, refusalBlocks, stopBlocks, supplementBlocks } from './notices.ts';
import { OFFICIAL, section, type Sheet, SLIP } from './sheet.ts';

export type EditablePayload = Extract<PaperPayload, { kind: 'apology-notice' | 'stop-notice' | 'supplement-request' | 'refusal-notice' }>;

const EDITABLE: ReadonlySet<string> = new Set<EditablePayload['kind']>(['apology-notice', 'stop-notice', 'supplement-request', 'refusal-notice']);
export const isEditable = (payload: PaperPayload): payload is EditablePayload => EDITABLE.has(payload.kind);

type Content = { readonly sheet: Sheet; readonly foot: string; readonly blocks: (Paragraph | Table)[] };

const formOf = (no: '02' | '03', version: 'v2018' | 'v2025'): string => `Mẫu số ${no} – Thông tư số ${version === 'v2018' ? '01/2018' : '03/2025'}/TT-VPCP`;

const contentOf = (payload: EditablePayload): Content => {
  switch (payload.kind) {
    case 'apology-notice': {
      const data = apologyWords(payload);
      const sheet = payload.version === 'v2018' ? SLIP : OFFICIAL;
      return { sheet, foot: data.form, blocks: apologyBlocks(data, sheet) };
    }
    case 'stop-notice': {
      const data = stopWords(payload);
      return { sheet: OFFICIAL, foot: data.form, blocks: stopBlocks(data) };
    }
    case 'supplement-request': return { sheet: SLIP, foot: formOf('02', payload.version), blocks: supplementBlocks(supplementWords(payload)) };
    case 'refusal-notice': return { sheet: SLIP, foot: formOf('03', payload.version), blocks: refusalBlocks(refusalWords(payload)) };
  }
};

export const docxFor = async (payload: EditablePayload): Promise<Uint8Array> => {
  const { sheet, foot, blocks } = contentOf(payload);
  const file = new Document({
    title: documentFor(payload).title,
    creator: payload.head.agency,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: sheet.points * 2, language: { value: 'vi-VN' } } },
        heading1: { run: { font: 'Times New Roman', bold: true, color: '000000' } },
      },
    },
    sections: [section(sheet, foot, blocks)],
  });
  return new Uint8Array(await Packer.toBuffer(file));
};
