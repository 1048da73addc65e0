// A dossier as the citizen pages read it: put straight into the tables, in any state.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { DossierState } from '#core/dossier/state.ts';
import { isClosed } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { insertRows, type Row } from '#demo/rows.ts';
import { clockAfter } from '#core/dossier/kept-clock.ts';
import { dossierClock } from './dossier-clock.ts';
import { hatinhCalendar } from './hatinh-calendar.ts';

const at = (text: string): Moment => `${text}:00+07:00` as Moment;

const RECEIVED = at('2019-11-12T09:05');
const PERSON = {
  fullName: 'Nguyễn Văn Ổi', phone: '0912345678', identity: { kind: 'old-identity-card', number: '183456789' },
  address: { line: 'Thôn Lạc Tiến', communeName: 'Kỳ Bắc', districtName: 'Kỳ Anh', provinceName: 'Hà Tĩnh' },
};

export type TrackedParts = {
  readonly code: string;
  readonly state: DossierState;
  readonly workingDays?: number;
  readonly applicant?: object;
  readonly owner?: object;
};

/** Received on Tuesday 12/11/2019 at Kỳ Bắc, decided by the district. */
export const insertTracked = async (pool: Pool, { code, state, workingDays = 10, applicant, owner }: TrackedParts): Promise<string> => {
  const dossierId = randomUUID();
  const somebody = randomUUID();
  const waits: readonly ClockEvent[] = state === 'supplement-asked' ? [{ kind: 'supplement-asked', at: at('2019-11-14T10:00'), policy: 'RESTART' }]
    : state === 'awaiting-financial-duty' ? [{ kind: 'financial-duty-asked', at: at('2019-11-14T10:00') }] : [];
  const opened = dossierClock(hatinhCalendar, 'ha-tinh-hours', { receivedAt: RECEIVED, limit: { kind: 'working-days', days: workingDays } });
  const { clock, reading } = clockAfter(opened, ...waits) ?? { clock: opened.kept };
  const key = { province_id: HA_TINH, dossier_id: dossierId };
  const reached = (...states: readonly DossierState[]): boolean => !states.includes(state);
  const sent = reached('filed-online', 'received', 'cancelled', 'refused-at-desk', 'resolved-at-desk');
  const accepted = sent && state !== 'handed-over';
  const issued = ['outcome-recorded', 'outcome-sent', 'ready-to-return', 'uncollected', 'returned'].includes(state);
  const handOver = (direction: 'to-agency' | 'to-desk', sentAt: string, receivedAt: string | null): Row => ({
    province_id: HA_TINH, hand_over_id: randomUUID(), direction, desk_id: 'ky-bac', agency_unit_id: 'huyen-ky-anh',
    record_number: `${direction}-${dossierId.slice(0, 8)}`, sent_at: at(sentAt), sent_by: somebody, sent_by_name: 'Nguyễn Thị Sen',
    received_at: receivedAt === null ? null : at(receivedAt), received_by: receivedAt === null ? null : somebody,
    received_by_name: receivedAt === null ? null : 'Phan Thị Ngọc Lựu',
  });
  const step = (lineNo: number, name: string, unit: string, startedAt: string, finishedAt: string | null): Row => ({
    ...key, line_no: lineNo, step_id: `b${lineNo}`, name, role: 'agency-officer', unit_id: unit, account_id: somebody,
    account_name: 'Phan Thị Ngọc Lựu', started_at: at(startedAt), due_at: null, finished_at: finishedAt === null ? null : at(finishedAt),
    result: finishedAt === null ? null : 'passed', note: null,
  });
  const handOvers = [
    ...(sent ? [handOver('to-agency', '2019-11-12T16:10', accepted ? '2019-11-13T08:00' : null)] : []),
    ...(['outcome-sent', 'ready-to-return', 'uncollected', 'returned'].includes(state)
      ? [handOver('to-desk', '2019-11-15T15:00', state === 'outcome-sent' ? null : '2019-11-15T16:45')] : []),
  ];

  const db = await pool.connect();
  try {
    await insertRows(db, 'dossier', [{
      ...key, code, code_is_provisional: false, procedure_code: '2.000528', procedure_version: 1,
      procedure_name: 'Đăng ký khai sinh có yếu tố nước ngoài', case_id: 'chung', channel: 'counter', regime: 'one-stop', mode: 'support',
      desk_id: 'ky-bac', receiving_unit_id: 'xa-ky-bac', agency_unit_id: 'huyen-ky-anh',
      parties: { applicant: { ...PERSON, ...applicant }, ...(owner ? { owner: { ...PERSON, ...owner } } : {}) },
      answers: {}, return_wish: { kind: 'at-desk', deskId: 'ky-bac' }, set_count: 1,
      receiver_id: somebody, receiver_name: 'Trần Văn Trúc', assistant_id: somebody, assistant_name: 'Nguyễn Thị Sen',
      state, revision: 1, received_at: RECEIVED, recorded_at: RECEIVED, due_at: reading?.due, due: reading, calendar_version: clock.calendar,
      clock, clock_state: reading?.state,
      section_unit_id: accepted ? 'ky-anh-tu-phap' : null, closed_at: isClosed(state) ? at('2019-11-18T07:20') : null,
      names_folded: 'nguyen van oi', identity_numbers: ['183456789'],
    }]);
    await insertRows(db, 'dossier_fee', [
      { ...key, line_no: 1, fee_id: 'le-phi', kind: 'charge', name: 'Lệ phí đăng ký hộ tịch', quantity: 1, unit_amount: 75000, amount: 75000, exemption: null, collected_at: RECEIVED, payee_unit_id: 'huyen-ky-anh' },
      { ...key, line_no: 2, fee_id: 'phi', kind: 'fee', name: 'Phí cấp bản sao trích lục hộ tịch', quantity: 2, unit_amount: 8000, amount: 16000, exemption: null, collected_at: null, payee_unit_id: 'huyen-ky-anh' },
    ]);
    await insertRows(db, 'hand_over', handOvers);
    await insertRows(db, 'hand_over_line', handOvers.map((move) => ({
      province_id: HA_TINH, hand_over_id: move['hand_over_id'], dossier_id: dossierId, paper_count: 4,
      result: move['received_at'] === null ? null : 'received', note: null,
    })));
    await insertRows(db, 'dossier_step', !accepted ? [] : [
      step(1, 'Thẩm tra hồ sơ', 'ky-anh-tu-phap', '2019-11-13T08:00', state === 'supplement-asked' ? null : '2019-11-14T10:30'),
      ...(state === 'supplement-asked' ? [] : [step(2, 'Lãnh đạo phòng soát xét', 'ky-anh-tu-phap', '2019-11-14T10:30', issued ? '2019-11-14T16:00' : null)]),
    ]);
    await insertRows(db, 'supplement_request', state !== 'supplement-asked' ? [] : [{
      ...key, request_no: 1, asked_at: at('2019-11-14T10:00'), asked_by: somebody, asked_by_name: 'Phan Thị Ngọc Lựu',
      items: [
        { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0, reason: 'Bản đã nộp thiếu dấu của cơ sở y tế' },
        { name: 'Văn bản thỏa thuận của cha mẹ về việc chọn quốc tịch cho con', original: 1, certifiedCopy: 0, plainCopy: 1 },
      ],
      reason: 'Giấy tờ chưa đủ căn cứ để giải quyết.', answer_by: at('2019-12-14T17:00'), answered_at: null,
    }]);
    await insertRows(db, 'outcome', !issued ? [] : [{
      ...key, outcome_no: 1, kind: 'outcome', name: 'Giấy khai sinh', number: '12/2019', issued_at: at('2019-11-15T14:00'),
      signed_by: somebody, signed_by_name: 'Võ Tá Quế', signing_prefix: 'KT.', signing_title: 'CHỦ TỊCH', issued_by: somebody,
      issued_by_name: 'Lê Thị Nhài', file: null, has_paper: true, ground: null,
    }]);
  } finally {
    db.release();
  }
  return dossierId;
};
