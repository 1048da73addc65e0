// The way out of an act done without a line, by what the act leaves in people's hands: a receipt is not a count, and a
// bag on the road is not a paper on the counter.
import type { OfflineAct } from '#core/offline/offline-act.ts';

type Way = {
  /** What was done stands in the world, whatever the server has of it: the beginning of a sentence. */
  readonly inHand: string;
  /** The law refuses it as it is. */
  readonly refused: string;
  /** It is not believed: what it is compared with, and what follows. */
  readonly doubted: string;
  /** Neither helps: how the act is done once more, as the rest of a sentence. */
  readonly anew: string;
};

export const OFFLINE_WAYS: Readonly<Record<OfflineAct, Way>> = {
  'receive-dossier': {
    inHand: 'Giấy hẹn đã in vẫn ở tay người nộp',
    refused: 'Người nộp đang giữ giấy hẹn, hồ sơ và tiền đã thu ở quầy: gỡ vướng mắc rồi sửa và gửi lại hoặc công nhận, hồ sơ vào đúng mã đã in.',
    doubted: 'Đối chiếu giấy hẹn người nộp đang giữ với hồ sơ giấy và tiền ở quầy: khớp thì công nhận; không khớp thì loại, thu giấy hẹn và trả hồ sơ, tiền cho người nộp.',
    anew: 'tiếp nhận lại khi có mạng, đưa giấy hẹn mới và thu giấy cũ',
  },
  'certify-copies': {
    inHand: 'Bản sao đã chứng thực vẫn ở tay người dân',
    refused: 'Người dân đang giữ bản sao đã chứng thực có số: gỡ vướng mắc rồi gửi lại hoặc công nhận để sổ chứng thực có đúng số đó.',
    doubted: 'Đối chiếu số chứng thực trên bản sao với bản lưu và tiền đã thu: khớp thì công nhận; không khớp thì loại, thu lại bản sao và trả tiền.',
    anew: 'thu lại bản sao và chứng thực lại khi có mạng với số mới',
  },
  'give-guidance': {
    inHand: 'Phiếu hướng dẫn vẫn ở tay người dân',
    refused: 'Người dân đang giữ phiếu hướng dẫn và chưa nộp hồ sơ: gỡ vướng mắc rồi gửi lại hoặc công nhận.',
    doubted: 'Đối chiếu bản lưu của phiếu hướng dẫn và hỏi lại người lập: khớp thì công nhận; không khớp thì loại, đưa phiếu mới khi người dân đến lần sau.',
    anew: 'đưa phiếu mới khi người dân đến lần sau',
  },
  'refuse-reception': {
    inHand: 'Phiếu từ chối vẫn ở tay người dân',
    refused: 'Người dân đang giữ phiếu từ chối và đã mang hồ sơ về: công chức xem lại lý do, gỡ vướng mắc rồi gửi lại hoặc công nhận.',
    doubted: 'Công chức có tên trên phiếu từ chối xem bản lưu: đúng thì công nhận; không đúng thì loại và mời người dân mang hồ sơ đến để tiếp nhận.',
    anew: 'mời người dân mang hồ sơ đến để công chức tiếp nhận hoặc lập phiếu từ chối khác',
  },
  'supersede-receipt': {
    inHand: 'Giấy cấp lại vẫn ở tay người dân',
    refused: 'Người dân đang giữ giấy cấp lại, hệ thống còn theo giấy trước: gỡ vướng mắc rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Đối chiếu giấy cấp lại với giấy trước và hồ sơ: khớp thì công nhận; không khớp thì loại và thu giấy cấp lại, giấy trước vẫn dùng.',
    anew: 'cấp lại giấy khi có mạng và thu các giấy cũ',
  },
  'receive-supplement': {
    inHand: 'Giấy tờ bổ sung vẫn ở quầy',
    refused: 'Giấy tờ bổ sung đang ở quầy, người dân đã nghe ngày hẹn mới: để riêng giấy tờ đó, gỡ vướng mắc rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Kiểm đếm giấy tờ bổ sung ở quầy và hỏi lại người nhận: đủ thì công nhận; không có thì loại và báo người dân.',
    anew: 'tiếp nhận bổ sung lại khi có mạng và báo người dân ngày hẹn',
  },
  'forward-dossiers': {
    inHand: 'Hồ sơ đã đi cùng biên bản giao nhận',
    refused: 'Hồ sơ đi cùng biên bản giao nhận đã in: báo nơi nhận giữ hồ sơ chờ, bỏ hồ sơ vướng ra rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Hỏi nơi nhận và đối chiếu biên bản giao nhận: hồ sơ đã đi thì công nhận; chưa đi thì loại, giữ hồ sơ ở quầy và chuyển lại.',
    anew: 'chuyển lại khi có mạng, hai bên bỏ biên bản cũ',
  },
  'accept-outcome': {
    inHand: 'Kết quả đã đếm vẫn ở quầy',
    refused: 'Kết quả đã đếm đang ở quầy: để riêng, đếm lại theo biên bản của cơ quan, bỏ kết quả vướng ra rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Đếm lại kết quả ở quầy theo biên bản của cơ quan: khớp thì công nhận; không khớp thì loại và đếm lại biên bản đó khi có mạng.',
    anew: 'đếm lại và nhận biên bản đó khi có mạng',
  },
  'return-outcome': {
    inHand: 'Kết quả đã ở tay người nhận',
    refused: 'Người nhận đã cầm kết quả: đối chiếu chữ ký nhận, gỡ vướng mắc rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Đối chiếu chữ ký nhận kết quả và hỏi người nhận: đã nhận thì công nhận; chưa nhận thì loại, kết quả vẫn ở quầy.',
    anew: 'ghi trả kết quả lại khi có mạng; trả nhầm thì liên hệ người nhận thu lại kết quả',
  },
  'accept-papers-back': {
    inHand: 'Giấy tờ cơ quan chuyển trả vẫn ở quầy',
    refused: 'Giấy tờ cơ quan chuyển trả đang ở quầy: để riêng, đếm lại theo biên bản rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Đếm lại giấy tờ ở quầy theo biên bản của cơ quan: khớp thì công nhận; không khớp thì loại và kiểm đếm lại khi có mạng.',
    anew: 'kiểm đếm lại khi có mạng',
  },
  'give-back-papers': {
    inHand: 'Giấy tờ đã ở tay người nhận lại',
    refused: 'Người dân đã cầm giấy tờ và ký giấy trả lại hồ sơ: đối chiếu chữ ký, gỡ vướng mắc rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Đối chiếu giấy trả lại hồ sơ có chữ ký nhận: đã nhận thì công nhận; chưa nhận thì loại, giấy tờ vẫn ở quầy.',
    anew: 'ghi trả giấy tờ lại khi có mạng; trả nhầm thì liên hệ người nhận thu lại giấy tờ',
  },
  'withdraw-dossier': {
    inHand: 'Người dân đã nghe là hồ sơ được rút',
    refused: 'Người dân đã nghe là hồ sơ được rút và có thể đã nhận lại giấy tờ: xem hồ sơ đang ở bước nào, gỡ vướng mắc rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Hỏi lại người dân có đề nghị rút hồ sơ không: có thì công nhận; không thì loại, hồ sơ được giải quyết tiếp.',
    anew: 'rút hồ sơ lại khi có mạng; không rút được nữa thì báo người dân và thu lại giấy tờ để giải quyết tiếp',
  },
  'cancel-entry': {
    inHand: 'Hồ sơ vẫn như trong hệ thống',
    refused: 'Hồ sơ còn nguyên trong hệ thống: xem có đúng là nhập sai không, rồi sửa và gửi lại hoặc công nhận.',
    doubted: 'Hỏi lại người có tên và xem hồ sơ: đúng là nhập sai thì công nhận; không đúng thì loại, hồ sơ giữ nguyên.',
    anew: 'hủy lại khi có mạng nếu hồ sơ đúng là nhập sai và chưa đi tiếp',
  },
  // the bag has left or lies sealed, with its label and its record
  'hand-over-filled-bag': {
    inHand: 'Túi đã niêm phong cùng nhãn và biên bản đã in',
    refused: 'Cả túi chưa được ghi nhận. Gỡ vướng mắc nêu trên rồi bấm “Gửi lại”; hồ sơ trong túi vừa có người cập nhật mà vẫn chuyển được thì bấm “Sửa và gửi lại”: cả hai ghi nhận đúng nhãn và biên bản đã in.',
    doubted: 'Hỏi nơi nhận về nhãn túi và số niêm phong, đếm hồ sơ theo biên bản: túi đã đi thì công nhận; chưa đi thì loại, mở túi và lập túi mới.',
    anew: 'báo nơi nhận không dùng nhãn này và lập túi mới cho các hồ sơ còn lại',
  },
};
