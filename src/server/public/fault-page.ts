// A fault on a citizen page, in the same frame and language as the page itself.
import { faultPageBody } from '#public/fault.page.ts';
import { renderPage } from '#public/layout.ts';
import { waitInWords } from '../http/guess-limit.ts';
import type { FaultPage } from '../http/problem-mapper.ts';
import { PROBLEM_TEXTS, type ProblemCode } from '../http/problem-text.ts';
import type { World } from '../http/route.ts';
import { MARK_ADDRESS, STYLESHEET } from './assets.ts';

const STAFF_SIDE = /^\/(api|lam-viec)(\/|$|\?)/;

export const isPublicPage = (url: string): boolean => !STAFF_SIDE.test(url);

const WORDS: Partial<Record<ProblemCode, { readonly title: string; readonly detail: string }>> = {
  'not-found': { title: 'Không tìm thấy trang', detail: 'Địa chỉ có thể gõ chưa đúng, hoặc trang không còn ở đây.' },
  fault: { title: 'Trang đang gặp lỗi', detail: 'Xin quý vị thử lại sau ít phút.' },
  unavailable: { title: 'Trang tạm thời chưa dùng được', detail: 'Xin quý vị thử lại sau ít phút.' },
  csrf: { title: 'Yêu cầu bị từ chối', detail: 'Yêu cầu không đến từ trang này. Xin quý vị mở lại trang tra cứu hồ sơ rồi thử lại.' },
  'too-large': { title: 'Tệp gửi lên quá nặng', detail: 'Xin quý vị tra cứu lại hồ sơ rồi chọn ảnh nhỏ hơn hoặc ít tệp hơn. Mỗi tệp không quá 10 MB, tất cả không quá 20 tệp và 40 MB.' },
  'bad-request': { title: 'Yêu cầu không hợp lệ', detail: 'Xin quý vị quay lại trang trước và thử lại.' },
};

export const faultPage = (world: World): FaultPage => (request, reply, code, retryAfterSeconds) => {
  const { title, detail } = WORDS[code] ?? PROBLEM_TEXTS[code];
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  const text = code === 'too-many-requests' && retryAfterSeconds !== undefined ? `Xin quý vị thử lại ${waitInWords(retryAfterSeconds)}.` : detail;
  return reply.code(PROBLEM_TEXTS[code].status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(
    renderPage(
      { isDemo: world.isDemo, stylesheet: STYLESHEET, mark: MARK_ADDRESS },
      { title, body: faultPageBody(title, text, code === 'fault' ? request.id : undefined) },
    ),
  );
};
