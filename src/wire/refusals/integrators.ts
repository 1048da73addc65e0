// What is said to an administrator whose word about another house's program cannot be taken.
import type { IntegratorRefused } from '../integrators.wire.ts';

/** Longer than a contract of the field runs. */
export const MOST_YEARS = 2;

export const integratorRefusalWords = (refusal: IntegratorRefused): { readonly title: string; readonly detail: string; readonly fieldErrors: readonly { path: string; message: string }[] } => {
  const words = (path: string, message: string) => ({ title: 'Chưa cấp được mã truy cập', detail: message, fieldErrors: [{ path, message }] });
  switch (refusal.kind) {
    case 'integrator-unit-unknown': return words('unitId', 'Đơn vị này không còn hoạt động. Chọn đơn vị khác.');
    case 'integrator-last-day': return words('lastDay', `Chọn ngày từ hôm nay trở đi và trong vòng ${MOST_YEARS} năm.`);
    case 'integrator-revoked-already': return { title: 'Chưa thu hồi được', detail: 'Mã truy cập này đã được thu hồi trước đó. Tải lại để xem.', fieldErrors: [] };
  }
};
