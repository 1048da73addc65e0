// Chứng thực, as NĐ 23/2015 and TT 226/2016 stood in November 2019.
import { caseOf, copied, fee, law, limitOn, officerSignerSteps, original, outcome, procedure, shown, sameDay, workingDays } from '../make.ts';

const FIELD = 'Chứng thực';
const SOURCE = 'NĐ 23/2015/NĐ-CP; TT 226/2016/TT-BTC; sổ tra cứu của dự án (luật ngày 18/11/2019)';
const GROUNDS = [law('Nghị định 23/2015/NĐ-CP'), law('Thông tư 20/2015/TT-BTP'), law('Thông tư 226/2016/TT-BTC')];
const STEPS = officerSignerSteps(2, 1, 1, 'Kiểm tra, đối chiếu, ghi lời chứng');
const IDENTITY = shown('identity', 'Giấy chứng minh nhân dân, thẻ căn cước công dân hoặc hộ chiếu còn giá trị sử dụng');

export const CERTIFICATION_2019 = [
  procedure({
    code: '2.000815', validFrom: '2015-04-10', field: FIELD, level: 'commune', authority: 'Ủy ban nhân dân cấp xã',
    name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận',
    everydayNames: ['chứng thực bản sao', 'chứng thực giấy tờ', 'sao y giấy tờ', 'công chứng giấy tờ', 'đóng dấu bản phô tô', 'cong chung', 'photo cong chung'],
    cases: [caseOf('copy', 'Chứng thực bản sao từ bản chính',
      shown('original', 'Bản chính giấy tờ, văn bản làm cơ sở để chứng thực'),
      copied('copy', 'Bản sao cần chứng thực'))],
    limits: limitOn(['counter'], { kind: 'same-day', extraDaysIfLarge: 2 }, 'Tiếp nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo'),
    fees: [
      fee('page', 'Phí chứng thực bản sao từ bản chính', { amount: 2000, unit: 'trang', legalGround: 'Thông tư 226/2016/TT-BTC', note: 'Từ trang thứ ba trở lên thu 1.000 đồng/trang, tối đa không quá 200.000 đồng/bản' }),
    ],
    outcomes: [outcome('certified-copy', 'Bản sao được chứng thực từ bản chính')],
    legalGrounds: GROUNDS, resolvedAtDesk: true, steps: STEPS, source: SOURCE,
  }),
  procedure({
    code: '2.000884', validFrom: '2015-04-10', field: FIELD, level: 'commune', authority: 'Ủy ban nhân dân cấp xã',
    name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)',
    everydayNames: ['chứng thực chữ ký', 'xác nhận chữ ký', 'xác nhận sơ yếu lý lịch', 'làm sơ yếu lý lịch', 'điểm chỉ', 'xac nhan so yeu ly lich'],
    cases: [caseOf('signature', 'Chứng thực chữ ký, điểm chỉ', IDENTITY,
      original('document', 'Giấy tờ, văn bản mà người yêu cầu sẽ ký hoặc điểm chỉ trước mặt công chức'))],
    limits: limitOn(['counter'], sameDay, 'Tiếp nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo'),
    fees: [fee('case', 'Phí chứng thực chữ ký', { amount: 10000, unit: 'trường hợp', legalGround: 'Thông tư 226/2016/TT-BTC' })],
    outcomes: [outcome('certified-signature', 'Giấy tờ, văn bản được chứng thực chữ ký hoặc điểm chỉ')],
    legalGrounds: GROUNDS, mustBePresent: true, resolvedAtDesk: true, steps: STEPS, source: SOURCE,
  }),
  procedure({
    code: '2.001035', validFrom: '2015-04-10', field: FIELD, level: 'commune', authority: 'Ủy ban nhân dân cấp xã',
    name: 'Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
    everydayNames: ['chứng thực mua bán đất', 'chứng thực hợp đồng', 'sang tên đất', 'cho con đất', 'tặng cho đất', 'chứng thực hợp đồng vay ngân hàng', 'sang ten dat'],
    cases: [caseOf('contract', 'Hợp đồng, giao dịch',
      original('draft', 'Dự thảo hợp đồng, giao dịch'), IDENTITY,
      shown('title', 'Bản chính giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản'),
      copied('title-copy', 'Bản sao giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản'))],
    limits: limitOn(['counter'], workingDays(2), 'Trong ngày; không quá 02 ngày làm việc'),
    fees: [fee('contract', 'Phí chứng thực hợp đồng, giao dịch', { amount: 50000, unit: 'hợp đồng', legalGround: 'Thông tư 226/2016/TT-BTC' })],
    outcomes: [outcome('certified-contract', 'Hợp đồng, giao dịch được chứng thực')],
    legalGrounds: GROUNDS, mustBePresent: true, steps: officerSignerSteps(10, 4, 2, 'Kiểm tra dự thảo, ghi lời chứng'), source: SOURCE,
  }),
  procedure({
    code: '2.001406', validFrom: '2015-04-10', field: FIELD, level: 'commune', authority: 'Ủy ban nhân dân cấp xã',
    name: 'Chứng thực văn bản thỏa thuận phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở',
    everydayNames: ['chia đất thừa kế', 'phân chia di sản', 'chia di sản bố mẹ để lại', 'chia thua ke'],
    cases: [caseOf('inheritance', 'Phân chia di sản',
      original('draft', 'Dự thảo văn bản thỏa thuận phân chia di sản'), IDENTITY,
      shown('title', 'Bản chính giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản'), copied('title-copy', 'Bản sao giấy chứng nhận'))],
    limits: limitOn(['counter'], workingDays(2), 'Trong ngày; không quá 02 ngày làm việc'),
    fees: [fee('contract', 'Phí chứng thực văn bản phân chia di sản', { amount: 50000, unit: 'văn bản', legalGround: 'Thông tư 226/2016/TT-BTC' })],
    outcomes: [outcome('certified-division', 'Văn bản thỏa thuận phân chia di sản được chứng thực')],
    legalGrounds: GROUNDS, mustBePresent: true, steps: officerSignerSteps(10, 4, 2, 'Kiểm tra dự thảo, ghi lời chứng'), source: SOURCE,
  }),
  procedure({
    code: '2.000908', validFrom: '2015-04-10', field: FIELD, level: 'commune', authority: 'Cơ quan, tổ chức đang quản lý sổ gốc',
    name: 'Cấp bản sao từ sổ gốc',
    everydayNames: ['bản sao từ sổ gốc', 'trích sao sổ gốc'],
    cases: [caseOf('copy', 'Cấp bản sao từ sổ gốc', IDENTITY,
      shown('relation', 'Giấy tờ chứng minh quan hệ với người được cấp bản chính', { optional: true, note: 'Khi người yêu cầu không phải là người được cấp bản chính' }))],
    limits: limitOn(['counter', 'post'], sameDay, 'Qua bưu chính: ngay sau khi nhận đủ hồ sơ theo dấu bưu điện đến'),
    fees: [], outcomes: [outcome('register-copy', 'Bản sao được cấp từ sổ gốc')],
    legalGrounds: GROUNDS, steps: STEPS, source: SOURCE,
    incomplete: ['Mức thu phí cấp bản sao từ sổ gốc năm 2019 chưa có nguồn.'],
  }),
];
