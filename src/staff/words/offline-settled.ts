// What a person's decision on an act done without a line means, act by act, and what the counter shows afterwards.
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { CaseFacts, SettledHow } from '#core/offline/settle-case.ts';

type Means = Readonly<Record<SettledHow, string>>;

export const SETTLED_MEANS: Readonly<Record<OfflineAct, Means>> = {
  'receive-dossier': {
    taken: 'Hồ sơ vào hệ thống theo giấy hẹn đã in.', corrected: 'Hồ sơ đã được tiếp nhận lại; người nộp có giấy hẹn mới, giấy cũ đã thu.',
    'set-aside': 'Không có hồ sơ này: giấy hẹn đã thu, giấy tờ và tiền đã trả người nộp.',
  },
  'certify-copies': {
    taken: 'Việc chứng thực được ghi vào sổ chứng thực.', corrected: 'Đã chứng thực lại với số mới, bản sao cũ đã thu.',
    'set-aside': 'Không vào sổ chứng thực: bản sao đã thu, tiền đã trả.',
  },
  'give-guidance': {
    taken: 'Lần hướng dẫn được ghi nhận theo phiếu đã in; không có hồ sơ mới.', corrected: 'Người dân đã có phiếu hướng dẫn khác thay phiếu này.',
    'set-aside': 'Lần hướng dẫn này không được ghi nhận.',
  },
  'refuse-reception': {
    taken: 'Việc từ chối được ghi nhận theo phiếu đã in.', corrected: 'Đã lập phiếu từ chối khác, hoặc đã tiếp nhận hồ sơ.',
    'set-aside': 'Việc từ chối không được ghi nhận; người dân đã được mời mang hồ sơ đến.',
  },
  'supersede-receipt': {
    taken: 'Giấy cấp lại thay giấy trước trong hệ thống.', corrected: 'Đã cấp giấy khác khi có mạng, các giấy cũ đã thu.',
    'set-aside': 'Giấy trước vẫn dùng; giấy cấp lại đã thu.',
  },
  'receive-supplement': {
    taken: 'Phần bổ sung được ghi nhận theo ngày hẹn đã báo.', corrected: 'Đã tiếp nhận bổ sung lại khi có mạng và báo người dân ngày hẹn.',
    'set-aside': 'Hồ sơ vẫn chờ bổ sung; giấy tờ đã trả người dân.',
  },
  'forward-dossiers': {
    taken: 'Hồ sơ được ghi là đã chuyển theo biên bản đã in; nơi nhận xác nhận khi kiểm đếm.', corrected: 'Hồ sơ đã chuyển bằng biên bản khác; hai bên đã bỏ biên bản này.',
    'set-aside': 'Hồ sơ vẫn ở quầy, chờ chuyển; biên bản đã in không dùng.',
  },
  'accept-outcome': {
    taken: 'Kết quả đã đếm được ghi là về quầy.', corrected: 'Đã đếm lại và nhận biên bản đó khi có mạng.',
    'set-aside': 'Biên bản của cơ quan vẫn chờ quầy nhận.',
  },
  'return-outcome': {
    taken: 'Kết quả được ghi là đã trả.', corrected: 'Đã ghi lại việc trả kết quả khi có mạng.',
    'set-aside': 'Kết quả vẫn ở quầy, chờ trả.',
  },
  'accept-papers-back': {
    taken: 'Giấy tờ được ghi là đã về quầy, chờ trả người dân.', corrected: 'Đã kiểm đếm lại khi có mạng.',
    'set-aside': 'Giấy tờ vẫn chờ quầy kiểm đếm.',
  },
  'give-back-papers': {
    taken: 'Giấy tờ được ghi là đã trả theo giấy đã in.', corrected: 'Đã ghi lại việc trả giấy tờ khi có mạng.',
    'set-aside': 'Giấy tờ vẫn ở quầy, chờ trả.',
  },
  'withdraw-dossier': {
    taken: 'Hồ sơ được ghi là đã rút.', corrected: 'Đã rút hồ sơ lại khi có mạng.',
    'set-aside': 'Hồ sơ không rút và được giải quyết tiếp; giấy tờ đã trả thì đã thu lại.',
  },
  'cancel-entry': {
    taken: 'Hồ sơ nhập sai được hủy.', corrected: 'Đã hủy hoặc sửa hồ sơ khi có mạng.',
    'set-aside': 'Hồ sơ giữ nguyên trong hệ thống.',
  },
  'hand-over-filled-bag': {
    taken: 'Túi và hồ sơ trong túi được ghi là đã bàn giao, đúng nhãn và biên bản đã in.', corrected: 'Hồ sơ đã đi bằng túi hoặc biên bản khác; nơi nhận biết nhãn này không dùng.',
    'set-aside': 'Cả túi không được ghi nhận: hồ sơ ở quầy, nhãn và biên bản không dùng.',
  },
};

/** The act stands already; only its paper differs. */
const KEPT_AS_PRINTED: Pick<Means, 'taken' | 'corrected'> = {
  taken: 'Giấy người dân đang giữ là đúng; hệ thống đã theo giấy đó.', corrected: 'Đã cấp giấy thay thế hoặc ghi lại cho đúng, người dân đã được báo.',
};
const AFTER: Means = {
  taken: 'Lần đồng bộ sau, máy ở quầy bỏ việc này khỏi “Việc chưa gửi” và tự gửi việc làm tiếp sau nó.',
  corrected: 'Lần đồng bộ sau, máy ở quầy bỏ việc này khỏi “Việc chưa gửi”, hồ sơ hiện như trong hệ thống; việc làm tiếp sau nó được xem xét riêng.',
  'set-aside': 'Lần đồng bộ sau, máy ở quầy bỏ việc này khỏi “Việc chưa gửi”, hồ sơ hiện như trong hệ thống; việc làm tiếp sau nó được xem xét riêng.',
};

export const settledMeans = (kind: CaseFacts['kind'], act: OfflineAct, how: SettledHow): string =>
  (kind === 'correction' && how !== 'set-aside' ? `${KEPT_AS_PRINTED[how]} Máy ở quầy không phải làm gì thêm.` : `${SETTLED_MEANS[act][how]} ${AFTER[how]}`);

export const WHO_SETTLES: Readonly<Record<CaseFacts['kind'], string>> = {
  refused: 'Người của quầy hoặc quản trị hệ thống quyết định.',
  quarantined: 'Công chức tiếp nhận của quầy hoặc quản trị hệ thống quyết định.',
  correction: 'Người của quầy hoặc quản trị hệ thống quyết định.',
};
