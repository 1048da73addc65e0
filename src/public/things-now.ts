// Where the papers themselves are, in plain words: a unit or a desk, never a person.
import type { HolderKind, ThingKind } from '#core/custody/thing.ts';
import { html, type Html } from './html.ts';

export type ThingNow = {
  readonly kind: ThingKind;
  readonly name?: string;
  /** 0 at intake, then per supplement. */
  readonly roundNo?: number;
  readonly count: number;
  readonly holder: HolderKind;
  /** The desk or the unit that has it, or to which it is on its way. */
  readonly where?: string;
};

const whatIs = ({ kind, name, roundNo }: ThingNow): string => {
  if (kind === 'papers') return roundNo === undefined || roundNo === 0 ? 'Giấy tờ đã nộp' : 'Giấy tờ nộp bổ sung';
  if (kind === 'outcome') return 'Kết quả';
  if (kind === 'recalled') return `Giấy tờ thu hồi: ${name ?? ''}`;
  return name ?? 'Giấy tờ';
};

const whereIs = ({ holder, where }: ThingNow): string => {
  switch (holder) {
    case 'desk': case 'agency': return `Đang ở ${where ?? ''}`;
    case 'archive': return `${where ?? 'Cơ quan giải quyết'} lưu theo hồ sơ`;
    case 'transit': return `Đang trên đường đến ${where ?? 'nơi nhận'}`;
    case 'courier': return 'Bưu tá đang giữ để phát';
    case 'carrier': return 'Bưu điện đang vận chuyển';
    case 'citizen': return 'Đã trả lại người dân';
    case 'unaccounted': return 'Đang được kiểm tra lại khi giao nhận; nơi tiếp nhận sẽ báo quý vị';
    case 'destroyed': return 'Không còn bản này; giấy tờ được cấp lại';
  }
};

/** Nothing of paper: nothing to look for. */
export const thingsNow = (things: readonly ThingNow[]): Html => things.length === 0 ? html`` : html`
  <section aria-labelledby="giay-to">
    <h2 id="giay-to">Giấy tờ đang ở đâu</h2>
    ${things.map((thing) => html`<p><b>${whatIs(thing)}</b>${thing.kind === 'outcome' ? '' : html` <span class="soft">(${thing.count} bản)</span>`}<span class="line">${whereIs(thing)}</span></p>`)}
  </section>`;
