// npm brings its own Node; a direct `node src/…` with the machine's older one must say so, not fail oddly.
import { operatorError } from '../faults/operator-error.ts';

const WANTED = 26;

export const requireNode = (version: string = process.versions.node): void => {
  if (Number(version.split('.')[0]) === WANTED) return;
  throw operatorError(
    `Cần Node ${WANTED}, đang chạy Node ${version}. Hãy dùng npm start hoặc npm run motcua: npm tự chọn đúng Node đi kèm.`,
  );
};
