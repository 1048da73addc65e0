// Residence, social protection, health insurance as the commune and district handled them in November 2019.
import type { Channel } from '#core/procedure/procedure.ts';
import { residenceForm2019 } from '../forms/residence.ts';
import { socialAllowanceForm } from '../forms/welfare-and-work.ts';
import {
  calendarDays, caseOf, certified, charge, copied, law, limitOn, officerSignerSteps, original, outcome, procedure, sectionSteps, shown, workingDays,
} from '../make.ts';

const COUNTER: readonly Channel[] = ['counter'];
const BOTH: readonly Channel[] = ['counter', 'post'];
const RESIDENCE_GROUNDS = [law('Luật Cư trú 81/2006/QH11, sửa đổi 36/2013/QH13'), law('Nghị định 31/2014/NĐ-CP'), law('Thông tư 35/2014/TT-BCA'), law('Thông tư 36/2014/TT-BCA')];
const RESIDENCE_GAPS = [
  'Mã thủ tục năm 2019 chưa có nguồn: tạm dùng mã hiện hành.',
  'Mức lệ phí đăng ký cư trú năm 2019 của Hà Tĩnh chưa có nguồn.',
  'Mẫu giấy biên nhận riêng của Công an năm 2019 chưa có nguồn: tạm in mẫu số 01.',
];
const CODE_GAP = 'Mã thủ tục năm 2019 chưa có nguồn: tạm dùng mã hiện hành.';

export const POLICE_AND_WELFARE_2019 = [
  procedure({
    code: '1.004222', validFrom: '2014-11-25', name: 'Đăng ký thường trú', field: 'Đăng ký, quản lý cư trú', level: 'commune', authority: 'Công an xã',
    everydayNames: ['nhập hộ khẩu', 'nhập khẩu cho con', 'nhập khẩu cho vợ', 'chuyển hộ khẩu', 'nhap khau', 'nhap ho khau cho con'],
    cases: [
      caseOf('newborn', 'Nhập khẩu cho trẻ em mới sinh', original('hk02', 'Phiếu báo thay đổi hộ khẩu, nhân khẩu (HK02)'), certified('birth', 'Giấy khai sinh của trẻ'), original('book', 'Sổ hộ khẩu của cha, mẹ', { note: 'Trả lại cùng kết quả' })),
      caseOf('move', 'Chuyển đến', original('hk02', 'Phiếu báo thay đổi hộ khẩu, nhân khẩu (HK02)'), original('hk01', 'Bản khai nhân khẩu (HK01)'),
        original('hk07', 'Giấy chuyển hộ khẩu (HK07)'), shown('dwelling', 'Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp'), original('book', 'Sổ hộ khẩu (nếu nhập vào hộ đã có)', { optional: true })),
    ],
    limits: limitOn(COUNTER, calendarDays(15)),
    fees: [charge('case', 'Lệ phí đăng ký cư trú', { unit: 'lần', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('household-book', 'Sổ hộ khẩu được cấp mới hoặc ghi bổ sung')],
    legalGrounds: RESIDENCE_GROUNDS, steps: officerSignerSteps(80, 24, 8, 'Kiểm tra, xác minh, lập hồ sơ hộ khẩu'), eForm: residenceForm2019(),
    incomplete: RESIDENCE_GAPS, source: 'Luật Cư trú 2006, TT 35/2014, TT 36/2014 (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '1.004194', validFrom: '2014-11-25', name: 'Đăng ký tạm trú', field: 'Đăng ký, quản lý cư trú', level: 'commune', authority: 'Công an xã',
    everydayNames: ['khai tạm trú', 'làm sổ tạm trú', 'đăng ký ở trọ', 'tam tru'],
    cases: [caseOf('temporary', 'Đăng ký tạm trú', original('hk02', 'Phiếu báo thay đổi hộ khẩu, nhân khẩu (HK02)'), original('hk01', 'Bản khai nhân khẩu (HK01)'),
      shown('dwelling', 'Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp'), shown('identity', 'Giấy chứng minh nhân dân hoặc giấy tờ có xác nhận của Công an nơi thường trú'))],
    limits: limitOn(COUNTER, workingDays(3)),
    fees: [charge('case', 'Lệ phí đăng ký cư trú', { unit: 'lần', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('temporary-book', 'Sổ tạm trú')], legalGrounds: RESIDENCE_GROUNDS, steps: officerSignerSteps(16, 6, 2), eForm: residenceForm2019(),
    incomplete: RESIDENCE_GAPS, source: 'Luật Cư trú 2006, TT 35/2014, TT 36/2014 (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '1.001776', validFrom: '2014-01-01', name: 'Thực hiện trợ cấp xã hội hằng tháng', field: 'Bảo trợ xã hội', level: 'district', authority: 'Ủy ban nhân dân cấp huyện (Ủy ban nhân dân xã xét duyệt)',
    everydayNames: ['trợ cấp người già', 'trợ cấp 80 tuổi', 'tiền trợ cấp xã hội', 'trợ cấp tàn tật', 'tro cap nguoi gia'],
    cases: [
      caseOf('elderly', 'Người từ đủ 80 tuổi', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1d)'), copied('book', 'Sổ hộ khẩu'), copied('identity', 'Giấy chứng minh nhân dân')),
      caseOf('disabled', 'Người khuyết tật nặng, đặc biệt nặng', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1đ)'), copied('book', 'Sổ hộ khẩu'), copied('disability', 'Giấy xác nhận khuyết tật')),
      caseOf('child', 'Trẻ em không có nguồn nuôi dưỡng', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1a)'), copied('book', 'Sổ hộ khẩu'), copied('birth', 'Giấy khai sinh')),
    ],
    limits: limitOn(BOTH, workingDays(28), 'Xã 15 ngày xét duyệt và niêm yết 07 ngày, Phòng 03 ngày, Chủ tịch huyện 03 ngày (đối chiếu trí nhớ)'),
    fees: [], outcomes: [outcome('decision', 'Quyết định trợ cấp xã hội hằng tháng')],
    legalGrounds: [law('Nghị định 136/2013/NĐ-CP'), law('Thông tư liên tịch 29/2014/TTLT-BLĐTBXH-BTC')], steps: sectionSteps(160, 32, 24, 8, 'Xét duyệt, niêm yết, thẩm định'),
    eForm: socialAllowanceForm(2019), incomplete: ['Thời hạn theo NĐ 136/2013 chưa đối chiếu được với văn bản gốc.', CODE_GAP], source: 'NĐ 136/2013, TTLT 29/2014 (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '1.001699', validFrom: '2019-03-01', name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật', field: 'Bảo trợ xã hội', level: 'commune', authority: 'Ủy ban nhân dân cấp xã',
    everydayNames: ['giấy khuyết tật', 'xác nhận khuyết tật', 'giấy tàn tật', 'giay khuyet tat'],
    cases: [caseOf('assess', 'Xác định mức độ khuyết tật', original('request', 'Đơn đề nghị xác định mức độ khuyết tật (theo mẫu)'), copied('medical', 'Giấy tờ y tế chứng minh về khuyết tật (nếu có)', { optional: true }), shown('book', 'Sổ hộ khẩu'))],
    limits: limitOn(BOTH, calendarDays(25), 'Thời hạn 25 ngày đối chiếu trí nhớ'), fees: [], outcomes: [outcome('disability', 'Giấy xác nhận khuyết tật')],
    legalGrounds: [law('Luật Người khuyết tật 51/2010/QH12'), law('Thông tư 01/2019/TT-BLĐTBXH')], steps: officerSignerSteps(120, 24, 8, 'Hội đồng xác định mức độ khuyết tật họp, kết luận'),
    incomplete: ['Thời hạn 25 ngày theo TT 01/2019 chưa đối chiếu được với văn bản gốc.', CODE_GAP], source: 'TT 01/2019/TT-BLĐTBXH (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '1.001731', validFrom: '2014-01-01', name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội', field: 'Bảo trợ xã hội', level: 'district', authority: 'Ủy ban nhân dân cấp huyện',
    everydayNames: ['tiền mai táng', 'mai táng phí', 'hỗ trợ chôn cất', 'mai tang phi'],
    cases: [caseOf('funeral', 'Hỗ trợ mai táng', original('declaration', 'Tờ khai hoặc đơn đề nghị hỗ trợ chi phí mai táng'), copied('death', 'Giấy chứng tử hoặc trích lục khai tử'), copied('decision', 'Quyết định đang hưởng trợ cấp xã hội của người chết'))],
    limits: [], channels: BOTH, fees: [], outcomes: [outcome('decision', 'Quyết định hỗ trợ chi phí mai táng')],
    legalGrounds: [law('Nghị định 136/2013/NĐ-CP', 'Đ.11')], steps: sectionSteps(16, 4, 2, 2),
    incomplete: ['Thời hạn giải quyết năm 2019 chưa có nguồn.', CODE_GAP], source: 'NĐ 136/2013 (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '1.002759', validFrom: '2018-09-01', name: 'Cấp lại, đổi, điều chỉnh thông tin trên sổ bảo hiểm xã hội, thẻ bảo hiểm y tế', field: 'Bảo hiểm xã hội, bảo hiểm y tế', level: 'district', authority: 'Bảo hiểm xã hội huyện',
    everydayNames: ['mất thẻ bảo hiểm y tế', 'đổi thẻ bảo hiểm', 'làm lại thẻ bảo hiểm', 'mat the bao hiem'],
    cases: [caseOf('card', 'Cấp lại, đổi thẻ bảo hiểm y tế', original('tk1', 'Tờ khai tham gia, điều chỉnh thông tin bảo hiểm xã hội, bảo hiểm y tế (Mẫu TK1-TS)'), original('old-card', 'Thẻ bảo hiểm y tế cũ (trường hợp đổi)', { optional: true }))],
    limits: [], channels: BOTH, fees: [], outcomes: [outcome('card', 'Thẻ bảo hiểm y tế')],
    legalGrounds: [law('Luật Bảo hiểm y tế 25/2008/QH12, sửa đổi 46/2014/QH13'), law('Quyết định 595/QĐ-BHXH năm 2017, sửa đổi 888/QĐ-BHXH năm 2018')], steps: sectionSteps(8, 4, 2, 2),
    incomplete: ['Thời hạn giải quyết năm 2019 chưa có nguồn.', CODE_GAP], source: 'QĐ 595/QĐ-BHXH (đối chiếu trí nhớ)',
  }),
];
