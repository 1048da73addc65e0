// Rows of the portal with a gap of each sort, and the way an administrator imports them: for browser tests and the gallery.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const METHODS = 'Hình thức nộpThời gianPhí, lệ phíMô tả';
const PAPERS = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';

const row = (code: string, name: string, over: Readonly<Record<string, string>>) => ({
  ma_thu_tuc: code, ten_thu_tuc: name, so_quyet_dinh: '', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Thư viện', co_quan_co_tham_quyen: 'UBND cấp xã', co_quan_thuc_hien: '',
  cach_thuc_thuc_hien: `${METHODS}Trực tiếp3 Ngày làm việcMiễn phí`, thanh_phan_ho_so: `${PAPERS}Đơn đề nghị1 bản chính`,
  ket_qua_xu_ly: 'Thẻ mượn sáchMã: KQ.G99.000001', can_cu_phap_ly: '', yeu_cau_dieu_kien: '', ...over,
});

/** Made-up procedures in the portal's own spelling. */
export const PORTAL_ROWS = [
  row('1.900101', 'Cấp thẻ mượn sách của thư viện xã (mẫu)', {
    cach_thuc_thuc_hien: `${METHODS}Trực tiếp1Miễn phíNộp tại xã.Trực tuyến8 Giờ7,000 Việt Nam Đồng(Thu 7.000 đồng/thẻ)Nộp qua Cổng.`,
  }),
  row('1.900102', 'Đăng ký thành lập phòng đọc sách cộng đồng tại thôn, tổ dân phố và điểm bưu điện - văn hóa xã (mẫu)', {
    thanh_phan_ho_so: `${PAPERS}Đơn đăng ký1 bản chính,1 bản saoLưu ý: trường hợp phòng đọc đặt tại nhà riêng thì nộp thêm văn bản đồng ý của chủ nhà; trường hợp đặt tại điểm bưu điện - văn hóa xã thì không phải nộp văn bản này.0 bản chính`,
  }),
  row('1.900103', 'Cấp lại thẻ mượn sách bị hỏng, mất (mẫu)', {
    cach_thuc_thuc_hien: `${METHODS}Trực tiếp3 Ngày làm việcMiễn phí(Mức lệ phí (nếu có) theo quy định của Hội đồng nhân dân cấp tỉnh.)`, co_quan_co_tham_quyen: '',
  }),
] as const;

export const importPortalRows = (dataFolder: string, world: string, rows: readonly unknown[] = PORTAL_ROWS): void => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-rows-'));
  const file = join(folder, 'rows.ndjson');
  writeFileSync(file, rows.map((one) => JSON.stringify(one)).join('\n'));
  const { status, stderr } = spawnSync(process.execPath, ['src/server/cli/motcua.ts', 'catalogue', 'import', file, '--world', world], { env: { ...process.env, MOTCUA_DATA_DIR: dataFolder }, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`the rows were not imported: ${stderr}`);
};
