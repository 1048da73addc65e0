// Chứng thực in November 2026, as the national portal lists it (858/QĐ-BTP, 3152/QĐ-BTP).
import type { Channel } from '#core/procedure/procedure.ts';
import { type ProcedureRest, caseOf, copied, fee, law, limitOn, original, outcome, procedure, sameDay, sectionSteps, shown, workingDays } from '../make.ts';

const GROUNDS = [law('Nghị định 23/2015/NĐ-CP'), law('Thông tư 01/2020/TT-BTP'), law('Thông tư 226/2016/TT-BTC')];
const COUNTER: readonly Channel[] = ['counter'];
const IDENTITY = shown('identity', 'Căn cước điện tử, thẻ căn cước, căn cước công dân, giấy chứng nhận căn cước hoặc hộ chiếu còn giá trị sử dụng');
const TITLE = shown('title', 'Giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản', { note: 'Bản chính, bản sao có chứng thực hoặc bản sao điện tử được chứng thực' });
const AFTER_15 = 'Tiếp nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo';
const TT226 = 'Thông tư 226/2016/TT-BTC';
const PRESENT_GAP = 'Cổng quốc gia ghi cả kênh trực tuyến và bưu chính; các bên phải ký trước mặt người thực hiện chứng thực nên không áp dụng.';

const certify = (more: ProcedureRest<'validFrom' | 'field' | 'level' | 'authority' | 'legalGrounds' | 'source'>) => procedure({
  validFrom: '2025-07-01', field: 'Chứng thực', level: 'commune', authority: 'Ủy ban nhân dân cấp xã', legalGrounds: GROUNDS,
  source: 'Cổng Dịch vụ công quốc gia giữa năm 2026; NĐ 23/2015; sổ tra cứu của dự án', ...more,
});

export const CERTIFICATION_2026 = [
  certify({
    code: '2.000815', name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam, của nước ngoài hoặc liên kết cấp hoặc chứng nhận',
    everydayNames: ['chứng thực bản sao', 'chứng thực giấy tờ', 'sao y giấy tờ', 'công chứng giấy tờ', 'đóng dấu bản phô tô', 'cong chung', 'photo cong chung'],
    cases: [caseOf('copy', 'Chứng thực bản sao từ bản chính', shown('original', 'Bản chính giấy tờ, văn bản làm cơ sở để chứng thực'), copied('copy', 'Bản sao cần chứng thực', { optional: true, note: 'Chỉ có bản chính thì nơi tiếp nhận chụp' }))],
    limits: limitOn(COUNTER, { kind: 'same-day', extraDaysIfLarge: 2 }, AFTER_15),
    fees: [fee('page', 'Phí chứng thực bản sao từ bản chính', { amount: 2000, unit: 'trang', legalGround: TT226, note: 'Từ trang thứ ba trở lên thu 1.000 đồng/trang, tối đa không quá 200.000 đồng/bản' })],
    outcomes: [outcome('certified-copy', 'Bản sao được chứng thực từ bản chính', 'KQ.G15.000021')], resolvedAtDesk: true, steps: sectionSteps(2, 0.5, 0.5, 0.5, 'Kiểm tra, đối chiếu, ghi lời chứng'),
  }),
  certify({
    code: '2.000884', name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)',
    everydayNames: ['chứng thực chữ ký', 'xác nhận chữ ký', 'xác nhận sơ yếu lý lịch', 'làm sơ yếu lý lịch', 'điểm chỉ', 'giấy ủy quyền', 'xac nhan so yeu ly lich'],
    cases: [caseOf('signature', 'Chứng thực chữ ký, điểm chỉ', IDENTITY, original('document', 'Giấy tờ, văn bản mà người yêu cầu sẽ ký hoặc điểm chỉ'))],
    limits: limitOn(COUNTER, sameDay, AFTER_15), fees: [fee('case', 'Phí chứng thực chữ ký', { amount: 10000, unit: 'trường hợp', legalGround: TT226 })],
    outcomes: [outcome('certified-signature', 'Giấy tờ, văn bản được chứng thực chữ ký hoặc điểm chỉ', 'KQ.G15.000022')], mustBePresent: true, resolvedAtDesk: true, steps: sectionSteps(2, 0.5, 0.5, 0.5, 'Kiểm tra, chứng kiến ký, ghi lời chứng'),
  }),
  certify({
    code: '2.001035', name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
    everydayNames: ['chứng thực mua bán đất', 'chứng thực hợp đồng', 'sang tên đất', 'cho con đất', 'tặng cho đất', 'hợp đồng vay ngân hàng', 'sang ten dat'],
    cases: [caseOf('transaction', 'Giao dịch', original('draft', 'Dự thảo giao dịch'), IDENTITY, TITLE)],
    limits: limitOn(COUNTER, workingDays(2), 'Trong ngày; không quá 02 ngày làm việc'), fees: [fee('case', 'Phí chứng thực giao dịch', { amount: 50000, unit: 'giao dịch', legalGround: TT226, exemptions: ['Cá nhân, hộ gia đình vay vốn phục vụ phát triển nông nghiệp, nông thôn theo NĐ 55/2015/NĐ-CP'] })],
    outcomes: [outcome('certified-transaction', 'Giao dịch được chứng thực', 'KQ.G15.000023')], mustBePresent: true, steps: sectionSteps(8, 2, 2, 2, 'Kiểm tra dự thảo, ghi lời chứng'), incomplete: [PRESENT_GAP],
  }),
  certify({
    code: '2.001406', name: 'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở', everydayNames: ['chia đất thừa kế', 'phân chia di sản', 'chia thua ke'],
    cases: [caseOf('division', 'Phân chia di sản', original('draft', 'Dự thảo văn bản phân chia di sản'), IDENTITY, TITLE)],
    limits: limitOn(COUNTER, workingDays(2), 'Trong ngày; không quá 02 ngày làm việc'), fees: [fee('case', 'Phí chứng thực văn bản phân chia di sản', { amount: 50000, unit: 'văn bản', legalGround: TT226 })],
    outcomes: [outcome('certified-division', 'Văn bản phân chia di sản được chứng thực', 'KQ.G15.000027')], mustBePresent: true, steps: sectionSteps(8, 2, 2, 2, 'Kiểm tra dự thảo, ghi lời chứng'), incomplete: [PRESENT_GAP],
  }),
  certify({
    code: '2.001016', name: 'Chứng thực văn bản từ chối nhận di sản', everydayNames: ['từ chối thừa kế', 'không nhận di sản', 'tu choi thua ke'],
    cases: [caseOf('renounce', 'Từ chối nhận di sản', original('draft', 'Dự thảo văn bản từ chối nhận di sản'), IDENTITY, TITLE)],
    limits: limitOn(COUNTER, workingDays(2), 'Trong ngày; không quá 02 ngày làm việc'), fees: [fee('case', 'Phí chứng thực văn bản từ chối nhận di sản', { amount: 50000, unit: 'văn bản', legalGround: TT226 })],
    outcomes: [outcome('certified-renouncing', 'Văn bản từ chối nhận di sản được chứng thực', 'KQ.G15.000030')], mustBePresent: true, steps: sectionSteps(8, 2, 2, 2, 'Kiểm tra dự thảo, ghi lời chứng'), incomplete: [PRESENT_GAP],
  }),
  certify({
    code: '2.000908', name: 'Cấp bản sao từ sổ gốc', authority: 'Cơ quan, tổ chức đang quản lý sổ gốc', everydayNames: ['bản sao từ sổ gốc', 'trích sao sổ gốc'],
    cases: [caseOf('copy', 'Cấp bản sao từ sổ gốc', IDENTITY, shown('relation', 'Giấy tờ chứng minh quan hệ với người được cấp bản chính', { optional: true }))],
    limits: limitOn(['counter', 'online', 'post'], workingDays(1)), fees: [], outcomes: [outcome('register-copy', 'Bản sao được cấp từ sổ gốc', 'KQ.G15.000020')], steps: sectionSteps(4, 1, 1, 1),
  }),
];
