// Pieces of a Word file in the layout of Decree 30/2020: Times New Roman, national title at the right,
// agency at the left, signature at the right of the recipients.
// @law NĐ 30/2020/NĐ-CP Đ.8, Phụ lục I
import {
  AlignmentType, BorderStyle, Footer, type IParagraphOptions, type ISectionOptions, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType,
} from 'docx';

/** Twentieths of a point a millimetre. */
const MM = 56.7;
const mm = (millimetres: number): number => Math.round(millimetres * MM);

export type Sheet = { readonly size: 'a4' | 'a5'; readonly points: number; readonly width: number };
export const OFFICIAL: Sheet = { size: 'a4', points: 13, width: mm(210 - 30 - 16) };
export const SLIP: Sheet = { size: 'a5', points: 11, width: mm(148 - 14 - 11) };

const PAGES = {
  a4: { width: mm(210), height: mm(297), margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(16) } },
  a5: { width: mm(148), height: mm(210), margin: { top: mm(8), bottom: mm(11), left: mm(14), right: mm(11) } },
} as const;

type Style = { readonly bold?: boolean; readonly italics?: boolean; readonly points?: number };
/** Words in one style, or plain. */
export type Words = string | readonly [string, Style];
type Part = Words | false | null;
export const bold = (text: string): Words => [text, { bold: true }];
const italic = (text: string, points?: number): Words => [text, { italics: true, points }];

/** What XML cannot hold, and what cannot be seen, is left out, as it is on the printed paper. */
const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}]/gu, '');

const runs = (parts: readonly Part[]): TextRun[] =>
  parts.filter((part) => part !== false && part !== null && part !== '').map((part) => {
    const [text, style] = typeof part === 'string' ? [part, {} as Style] : part as readonly [string, Style];
    const { points, ...rest } = style;
    return new TextRun({ text: plain(text), ...rest, ...(points === undefined ? {} : { size: points * 2 }) });
  });

export const line = (parts: readonly Part[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { before: 40, after: 40 }, ...options, children: runs(parts) });

const centred = (parts: readonly Part[], options: IParagraphOptions = {}): Paragraph =>
  line(parts, { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 }, ...options });

/** A paragraph of the body; an agency's document begins each a centimetre in. */
export const said = (sheet: Sheet, parts: readonly Part[], options: IParagraphOptions = {}): Paragraph =>
  line(parts, {
    alignment: AlignmentType.JUSTIFIED, spacing: sheet.size === 'a4' ? { before: 0, after: 120 } : { before: 30, after: 30 },
    ...(sheet.size === 'a4' ? { indent: { firstLine: mm(10) } } : {}), ...options,
  });

export const field = (label: string, value: string, strong = false): Paragraph =>
  line([`${label}: `, strong ? bold(value) : value], { indent: { left: mm(4), hanging: mm(4) } });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERLESS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } as const;

const columns = (sheet: Sheet, cells: readonly { readonly share: number; readonly children: Paragraph[] }[]): Table => {
  const widths = cells.map(({ share }) => Math.round(sheet.width * share));
  return new Table({
    width: { size: sheet.width, type: WidthType.DXA }, columnWidths: widths, borders: BORDERLESS,
    rows: [new TableRow({ cantSplit: true, children: cells.map(({ children }, i) => new TableCell({ children, width: { size: widths[i] ?? 0, type: WidthType.DXA } })) })],
  });
};

/** The rule under tiêu ngữ and under the agency's name. */
const rule = (indent: number): IParagraphOptions => ({
  border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } }, indent: { left: mm(indent), right: mm(indent) },
});

export type Head = { readonly superiorAgency: string | null; readonly agency: string; readonly placeAndDate: string };

export const letterhead = (sheet: Sheet, head: Head, number: string): Table => {
  const small = sheet.points - 1;
  const at = (text: string, style: Style = {}): Words => [text, { points: small, ...style }];
  const narrow = sheet.size === 'a4';
  return columns(sheet, [
    {
      share: 0.44,
      children: [
        ...(head.superiorAgency === null ? [] : [centred([at(head.superiorAgency)])]),
        centred([at(head.agency, { bold: true })], rule(narrow ? 4 : 2)),
        centred([at(number)], { spacing: { before: 80, after: 0 } }),
      ],
    },
    {
      share: 0.56,
      children: [
        centred([at('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, points: narrow ? small : small - 1 })]),
        centred([at('Độc lập - Tự do - Hạnh phúc', { bold: true })], rule(narrow ? 17 : 11)),
        centred([italic(head.placeAndDate, small)], { spacing: { before: 80, after: 0 } }),
      ],
    },
  ]);
};

/** Kind of the document, and its trích yếu. */
export const title = (sheet: Sheet, heading: string, abstract?: string): Paragraph[] => [
  centred([[heading, { bold: true, points: sheet.points + 1 }]], { spacing: { before: 200, after: abstract === undefined ? 120 : 0 }, heading: 'Heading1' }),
  ...(abstract === undefined ? [] : [centred([bold(abstract)], { spacing: { before: 40, after: 160 }, ...rule(60) })]),
];

export const framed = (sheet: Sheet, text: string): Paragraph => {
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' } as const;
  return centred([[text, { bold: true, points: sheet.points + 2 }]], { border: { top: edge, bottom: edge, left: edge, right: edge }, spacing: { before: 120, after: 160 } });
};

export type PaperRow = { readonly name: string; readonly note: string; readonly original: string; readonly certifiedCopy: string; readonly plainCopy: string };

export const papersTable = (sheet: Sheet, rows: readonly PaperRow[]): Table => {
  const shares = [0.08, 0.54, 0.12, 0.15, 0.11];
  const cell = (parts: readonly Part[], i: number, middle: boolean, more: Paragraph[] = []): TableCell => new TableCell({
    verticalAlign: VerticalAlign.CENTER, width: { size: Math.round(sheet.width * (shares[i] ?? 0)), type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    children: [line(parts, { spacing: { before: 0, after: 0 }, alignment: middle ? AlignmentType.CENTER : AlignmentType.LEFT }), ...more],
  });
  const points = sheet.points - 1;
  const at = (text: string): Words => [text, { points }];
  return new Table({
    width: { size: sheet.width, type: WidthType.DXA }, columnWidths: shares.map((share) => Math.round(sheet.width * share)),
    rows: [
      new TableRow({
        tableHeader: true, cantSplit: true,
        children: ['STT', 'Tên giấy tờ, tài liệu', 'Bản chính', 'Bản sao có chứng thực', 'Bản chụp'].map((head, i) => cell([[head, { bold: true, points }]], i, true)),
      }),
      ...rows.map((row, i) => new TableRow({
        cantSplit: true,
        children: [
          cell([at(String(i + 1))], 0, true),
          cell([at(row.name)], 1, false, row.note === '' ? [] : [line([italic(row.note, points - 1)], { spacing: { before: 0, after: 0 } })]),
          cell([at(row.original)], 2, true), cell([at(row.certifiedCopy)], 3, true), cell([at(row.plainCopy)], 4, true),
        ],
      })),
    ],
  });
};

const HINT = '(Ký, ghi rõ họ tên)';
export const SEALED = '(Ký, ghi rõ họ tên, đóng dấu)';
export type Signature = { readonly role: readonly string[]; readonly hint?: string; readonly name: string | null; readonly below?: string | null };

const signatureLines = ({ role, hint = HINT, name, below }: Signature, room: number): Paragraph[] => [
  ...role.map((text) => centred([bold(text)])),
  centred([italic(hint)]),
  centred([bold(name ?? '')], { spacing: { before: room, after: 0 } }),
  ...(below ? [centred([below])] : []),
];

export const signatures = (sheet: Sheet, left: Signature | readonly string[], right: Signature): Table => columns(sheet, [
  {
    share: 0.46,
    children: 'role' in left ? signatureLines(left, 900)
      : left.length === 0 ? [line([])]
        : [
          line([['Nơi nhận:', { bold: true, italics: true, points: 12 }]], { spacing: { before: 0, after: 0 } }),
          ...left.map((to, i) => line([[`- ${to}${i === left.length - 1 ? '.' : ';'}`, { points: 11 }]], { spacing: { before: 0, after: 0 } })),
        ],
  },
  { share: 0.54, children: signatureLines(right, right.hint === SEALED ? 1300 : 900) },
]);

export const section = (sheet: Sheet, foot: string, children: (Paragraph | Table)[]): ISectionOptions => {
  const { width, height, margin } = PAGES[sheet.size];
  return {
    properties: { page: { size: { width, height }, margin: { ...margin, header: mm(6), footer: mm(5) } } },
    ...(foot === '' ? {} : { footers: { default: new Footer({ children: [line([[foot, { points: 8 }]], { spacing: { before: 0, after: 0 } })] }) } }),
    children,
  };
};
