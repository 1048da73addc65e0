// “Cách thức thực hiện” as crawled: one run of text, the table's cells glued together:
// heading, then per channel: channel · time · fees · remark. Anchors are channel names directly
// followed by a time cell; a channel named inside a remark is followed by a space and prose.
import type { Channel, FeeItem, TimeLimit } from '#core/procedure/procedure.ts';
import type { Question } from '#core/procedure/catalogue-question.ts';

export type ParsedMethods = {
  readonly channels: readonly Channel[];
  readonly limits: readonly { readonly channel: Channel; readonly limit: TimeLimit; readonly note?: string }[];
  readonly fees: readonly FeeItem[];
  readonly questions: readonly Question[];
};

const CHANNELS: Readonly<Record<string, Channel>> = { 'Trực tiếp': 'counter', 'Trực tuyến': 'online', 'Dịch vụ bưu chính': 'post' };
const TIME = '(?:\\d+ ?(?:Ngày làm việc|Ngày|Giờ|Tháng|Năm|Phút)|(?=\\d[\\d.,]* ?(?:VNĐ|Việt Nam Đồng))|\\d+(?=Miễn phí|Không có thông tin)|Không có thông tin|Không quy định|Không phải trả kết quả(?: cho người nộp thuế)?|Không(?= ?(?:Miễn phí|Không có thông tin)))';
const ROW = new RegExp(`(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(${TIME})`, 'gu');
const AMOUNT = /^(\d[\d.,]*) ?(?:VNĐ|Việt Nam Đồng)/u;
const PROVINCE_DECIDES = /hội đồng nhân dân|hđnd|(?:tỉnh|địa phương)[^.]{0,40}quy(?:ết)? định/iu;
const NAMES_MONEY = /\d[\d.,]*\s*(?:đ(?!\p{L})|đồng|vnđ)/iu;

/** A balanced “(…)” at the start: the remark of the fee before it. */
const takeParenthesis = (text: string): { note: string; rest: string } => {
  if (!text.startsWith('(')) return { note: '', rest: text };
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0) return { note: text.slice(1, i).trim(), rest: text.slice(i + 1) };
  }
  return { note: text.slice(1).trim(), rest: '' };
};

const limitOf = (time: string, channel: Channel, questions: Question[]): TimeLimit | undefined => {
  const path = `limits.${channel}`;
  if (time === '') {
    questions.push({ kind: 'limit-not-understood', path, raw: '' });
    return undefined;
  }
  const counted = /^(\d+) ?(.*)$/u.exec(time);
  if (!counted) {
    questions.push({ kind: 'limit-not-stated', path, raw: time });
    return undefined;
  }
  const amount = Number(counted[1]);
  switch (counted[2]) {
    case 'Ngày làm việc': return { kind: 'working-days', days: amount };
    case 'Ngày': return { kind: 'calendar-days', days: amount };
    case 'Giờ': questions.push({ kind: 'limit-hours-kind', path, raw: time }); return undefined;
    case '': questions.push({ kind: 'limit-unit-missing', path, raw: time }); return undefined;
    default: questions.push({ kind: 'limit-not-understood', path, raw: time }); return undefined;
  }
};

const kindOf = (note: string): FeeItem['kind'] | undefined =>
  /lệ phí/iu.test(note) ? 'charge' : /(?<!lệ )phí/iu.test(note.replace(/miễn phí/giu, '')) ? 'fee' : undefined;

const feesOf = (cell: string, channel: Channel, timeMissing: boolean, questions: Question[]): { fees: FeeItem[]; remark: string } => {
  const fees: FeeItem[] = [];
  let rest = cell.trim();
  for (let line = 1; ; line += 1) {
    const path = `fees.${channel}-${line}`;
    const amount = AMOUNT.exec(rest);
    const word = /^(?:Miễn phí|Không có thông tin)/u.exec(rest)?.[0];
    if (!amount && word === undefined) break;
    const { note, rest: after } = takeParenthesis(rest.slice((amount?.[0] ?? word ?? '').length).trimStart());
    const raw = rest.slice(0, rest.length - after.length);
    rest = after.trimStart();
    if (word === 'Không có thông tin') {
      questions.push({ kind: 'fee-not-stated', path, raw });
      continue;
    }
    const kind = kindOf(note);
    const base = { feeId: `${channel}-${line}`, kind: kind ?? ('fee' as const), name: kind === 'charge' ? 'Lệ phí' : 'Phí', channel, ...(note === '' ? {} : { note }) };
    if (amount && timeMissing && line === 1) {
      // "120,000 VNĐ" with no time cell may be a bare "1" glued to "20,000 VNĐ"
      questions.push({ kind: 'fee-not-understood', path, raw });
      fees.push(base);
    } else if (amount) {
      const value = Number((amount[1] ?? '').replaceAll(/[.,]/gu, ''));
      if (kind === undefined && value > 0) questions.push({ kind: 'fee-kind', path, raw });
      fees.push({ ...base, amount: value });
    } else if (PROVINCE_DECIDES.test(note)) {
      questions.push({ kind: 'fee-province-decides', path, raw });
      fees.push(base);
    } else if (NAMES_MONEY.test(note)) {
      questions.push({ kind: 'fee-not-understood', path, raw });
      fees.push(base);
    } else {
      fees.push({ ...base, amount: 0 });
    }
  }
  return { fees, remark: rest };
};

/** Reads the glued table; what is not understood becomes a question with its raw text. */
export const parseMethods = (text: string): ParsedMethods => {
  const questions: Question[] = [];
  const body = text.replace(/^Hình thức nộpThời gianPhí, lệ phíMô tả/u, '');
  const rows = [...body.matchAll(ROW)];
  const first = /^(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)/u.exec(body);
  if (first && rows[0]?.index !== 0) rows.unshift(Object.assign([first[0], first[0], ''], { index: 0, input: body }) as RegExpExecArray);
  const channels: Channel[] = [];
  const limits: { channel: Channel; limit: TimeLimit; note?: string }[] = [];
  const fees: FeeItem[] = [];
  rows.forEach((row, index) => {
    const channel = CHANNELS[row[1] ?? ''];
    if (channel === undefined || channels.includes(channel)) return;
    channels.push(channel);
    const cell = body.slice(row.index + row[0].length, rows[index + 1]?.index ?? body.length);
    const limit = limitOf((row[2] ?? '').trim(), channel, questions);
    const parsed = feesOf(cell, channel, row[2] === '', questions);
    fees.push(...parsed.fees);
    if (limit) limits.push({ channel, limit, ...(parsed.remark === '' ? {} : { note: parsed.remark }) });
    if (parsed.fees.length === 0 && !questions.some((q) => q.path.startsWith(`fees.${channel}`))) {
      questions.push({ kind: 'fee-not-understood', path: `fees.${channel}`, raw: cell.slice(0, 300) });
    }
  });
  if (channels.length === 0) questions.push({ kind: 'channel-missing', path: 'channels', raw: text.slice(0, 300) });
  return { channels, limits, fees, questions };
};
