// The four texts that a leader edits, in the same words as the printed paper: a test compares them word by word.
import type { Paragraph, Table } from 'docx';
import type { apologyWords } from '#documents/apology-notice/document.ts';
import type { refusalWords } from '#documents/refusal-notice/document.ts';
import type { stopWords } from '#documents/stop-notice/document.ts';
import type { supplementWords } from '#documents/supplement-request/document.ts';
import { bold, field, framed, letterhead, line, OFFICIAL, papersTable, said, SEALED, type Sheet, signatures, SLIP, title, type Words } from './sheet.ts';

type Block = Paragraph | Table;
type Party = { readonly name: string; readonly address: string; readonly phone: string; readonly email: string };
type Tracked = { readonly code: string; readonly provisional: boolean };
type Contact = { readonly name: string; readonly phone: string };

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const contactWords = (contact: Contact): string => contact.phone === '' ? contact.name : `${contact.name}, số điện thoại ${contact.phone}`;
const codeLine = (tracking: Tracked): Block =>
  line([tracking.provisional ? 'Mã hồ sơ tạm thời: ' : 'Mã hồ sơ: ', bold(tracking.code)], { alignment: 'center' });
const contactLines = (party: Party): Block[] => [line([`Số điện thoại: ${party.phone}`]), line([`Email: ${party.email}`])];
const ownerLines = (label: string, data: { readonly owner: Party; readonly applicantName: string | null }): Block[] =>
  [field(label, data.owner.name, true), ...(data.applicantName === null ? [] : [field('Người nộp hồ sơ', data.applicantName)])];
const reasonLines = (reason: readonly string[]): Block[] => reason.map((text) => said(SLIP, [text], { indent: { left: 227 } }));
const addressed = (data: { readonly owner: Party; readonly applicantName: string | null }): Block => line([
  'Kính gửi: ', bold(data.owner.name), data.applicantName !== null && ` (người nộp hồ sơ: ${data.applicantName})`, data.owner.address !== '' && `; địa chỉ: ${data.owner.address}`,
], { indent: { left: 1134, hanging: 567 }, spacing: { before: 80, after: 160 } });

type Apology = ReturnType<typeof apologyWords>;

const apologySlip = (data: Apology): Block[] => [
  letterhead(SLIP, data.head, `Số: ${data.number}`), ...title(SLIP, data.heading), codeLine(data.tracking),
  line(['Kính gửi: ', bold(data.owner.name), data.applicantName !== null && ` (người nộp hồ sơ: ${data.applicantName})`]),
  ...(data.owner.address === '' ? [] : [field('Địa chỉ', data.owner.address)]),
  said(SLIP, [`${upperFirst(data.receivedOn)}, ${data.agency} tiếp nhận hồ sơ đề nghị giải quyết: `, bold(data.procedureName), '; mã số hồ sơ: ', bold(data.tracking.code), '.']),
  said(SLIP, [`Thời gian hẹn trả kết quả giải quyết hồ sơ: ${data.dueAt}.`]),
  said(SLIP, [`Tuy nhiên đến nay, ${data.lateUnit ?? data.agency} chưa trả kết quả giải quyết hồ sơ đúng thời gian đã hẹn. Lý do:`]),
  ...reasonLines(data.reason),
  said(SLIP, [`Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của ông/bà (tổ chức). ${data.agency} xin lỗi ông/bà (tổ chức) và hẹn trả kết quả vào:`]),
  framed(SLIP, data.newDueAt),
  ...(data.contact === null ? [] : [said(SLIP, [`Cần biết thêm, ông/bà liên hệ với ${contactWords(data.contact)}.`])]),
  said(SLIP, ['Mong nhận được sự thông cảm của ông/bà (tổ chức) vì sự chậm trễ này./.']),
  signatures(SLIP, [], { role: data.signer.capacity, hint: SEALED, name: data.signer.name }),
];

const apologyDocument = (data: Apology): Block[] => {
  const { extension } = data;
  const asked: (Words | false)[] = [
    `${data.agency} xin lỗi ông/bà (tổ chức) vì sự chậm trễ này và đề nghị gia hạn thời gian giải quyết hồ sơ`,
    extension !== null && extension.limit !== null && ' thêm ', extension !== null && extension.limit !== null && bold(extension.limit),
    extension !== null && extension.legalGround !== null && `, căn cứ ${extension.legalGround}`, '. Thời gian trả kết quả mới:',
  ];
  return [
    letterhead(OFFICIAL, data.head, `Số: ${data.number}`), ...title(OFFICIAL, data.heading), codeLine(data.tracking), addressed(data),
    said(OFFICIAL, [
      `${upperFirst(data.receivedOn)}, hồ sơ đề nghị giải quyết thủ tục hành chính `, bold(data.procedureName),
      ' của ông/bà (tổ chức) được tiếp nhận, mã số hồ sơ ', bold(data.tracking.code), `, thời gian hẹn trả kết quả: ${data.dueAt}.`,
    ]),
    said(OFFICIAL, [`Đến nay, ${data.lateUnit ?? data.agency} chưa hoàn thành việc giải quyết hồ sơ trong thời gian đã hẹn. Lý do:`]),
    ...data.reason.map((text) => said(OFFICIAL, [text])),
    said(OFFICIAL, asked),
    framed(OFFICIAL, data.newDueAt),
    ...(data.contact === null ? [] : [said(OFFICIAL, [`Cần biết thêm, đề nghị liên hệ ${contactWords(data.contact)}.`])]),
    said(OFFICIAL, ['Rất mong nhận được sự thông cảm của ông/bà (tổ chức)./.']),
    signatures(OFFICIAL, data.recipients, { role: data.signer.capacity, hint: SEALED, name: data.signer.name }),
  ];
};

export const apologyBlocks = (data: Apology, sheet: Sheet): Block[] => sheet === SLIP ? apologySlip(data) : apologyDocument(data);

export const stopBlocks = (data: ReturnType<typeof stopWords>): Block[] => [
  letterhead(OFFICIAL, data.head, `Số: ${data.number}`), ...title(OFFICIAL, data.heading, data.abstract), codeLine(data.tracking), addressed(data),
  said(OFFICIAL, [
    `${data.receivedAt}, ${data.deskName} tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: `, bold(data.procedureName),
    data.dueAt !== null && `; thời gian hẹn trả kết quả: ${data.dueAt}`, '.',
  ]),
  said(OFFICIAL, [`${data.agency} thông báo dừng giải quyết hồ sơ nêu trên kể từ `, bold(data.stoppedAt), ', với lý do như sau:']),
  ...data.reason.map((text) => said(OFFICIAL, [text])),
  ...(data.legalGround === null ? [] : [said(OFFICIAL, ['Căn cứ: ', bold(`${data.legalGround}.`)])]),
  ...(data.papersBack.length === 0 ? [] : [
    said(OFFICIAL, ['Giấy tờ, tài liệu trả lại kèm theo thông báo này:'], { keepNext: true }), papersTable(OFFICIAL, data.papersBack), line([]),
  ]),
  ...(data.feeNote === null ? [] : [said(OFFICIAL, [data.feeNote])]),
  ...data.advice.map((text) => said(OFFICIAL, [text])),
  ...(data.contact === null ? [] : [said(OFFICIAL, [`Nếu có vướng mắc, đề nghị liên hệ ${contactWords(data.contact)} để được hướng dẫn.`])]),
  said(OFFICIAL, [`${data.agency} thông báo để ông/bà (tổ chức) được biết./.`]),
  signatures(OFFICIAL, data.recipients, { role: data.signer.capacity, hint: SEALED, name: data.signer.name }),
];

export const supplementBlocks = (data: ReturnType<typeof supplementWords>): Block[] => [
  letterhead(SLIP, data.head, `Số: ${data.number}/HDHS`), ...title(SLIP, data.heading), ...(data.tracking === null ? [] : [codeLine(data.tracking)]),
  ...ownerLines('Hồ sơ của', data), field('Nội dung yêu cầu giải quyết', data.procedureName, true), field('Địa chỉ', data.owner.address), ...contactLines(data.owner),
  line(['Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:'], { keepNext: true }), papersTable(SLIP, data.items),
  line(['Lý do:']), ...reasonLines(data.reason),
  ...(data.answerBy === null ? [] : [said(SLIP, ['Đề nghị bổ sung, hoàn thiện trước ', bold(data.answerBy), `. ${data.clock}`])]),
  said(SLIP, [`Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, ông/bà liên hệ với ${contactWords(data.contact)} để được hướng dẫn./.`]),
  signatures(SLIP, [], { role: ['NGƯỜI HƯỚNG DẪN'], name: data.guide, below: data.assistant === null ? null : `Người hỗ trợ: ${data.assistant}` }),
];

export const refusalBlocks = (data: ReturnType<typeof refusalWords>): Block[] => [
  letterhead(SLIP, data.head, `Số: ${data.number}`), ...title(SLIP, data.heading), ...(data.tracking === null ? [] : [codeLine(data.tracking)]),
  ...ownerLines('Tiếp nhận hồ sơ của', data), field('Địa chỉ', data.owner.address), ...contactLines(data.owner), field('Nội dung yêu cầu giải quyết', data.procedureName, true),
  said(SLIP, [`Qua xem xét, ${data.decider} thông báo ${data.act === 'reception' ? 'không tiếp nhận, giải quyết' : 'không giải quyết'} hồ sơ này với lý do cụ thể như sau:`]),
  ...reasonLines(data.reason), field('Căn cứ', data.legalGround, true),
  line(['Xin thông báo cho ông/bà được biết và thực hiện./.']),
  ...(data.contact === null ? [] : [said(SLIP, [`Nếu có vướng mắc, ông/bà liên hệ với ${contactWords(data.contact)} để được hướng dẫn.`])]),
  data.signer !== null || data.hands === null
    ? signatures(SLIP, [], { role: data.signer?.capacity ?? [], hint: SEALED, name: data.signer?.name ?? null })
    : signatures(SLIP, { role: ['NGƯỜI NỘP HỒ SƠ'], name: data.submitter }, {
      role: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], name: data.hands.receiver, below: data.hands.assistant === null ? null : `Người hỗ trợ: ${data.hands.assistant}`,
    }),
];
