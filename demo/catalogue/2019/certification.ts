// Chứng thực, as NĐ 23/2015 and TT 226/2016 stood in November 2019.
import { caseOf, copied, fee, law, limitOn, officerSignerSteps, original, outcome, procedure, shown, sameDay } from '../make.ts';

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
];
