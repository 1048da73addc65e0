// The outbox as a file: what went wrong with it, in words.
import { exportOutbox, importOutbox } from '../offline/carry.ts';
import type { Stored } from '../offline/store.ts';
import { passphraseError } from './secret-rules.ts';

export const fileOut = async (stored: Stored, passphrase: string): Promise<Blob> => {
  const made = await exportOutbox(stored, passphrase);
  if (made === 'too-short') throw new Error(passphraseError(''));
  return new Blob([made.file], { type: 'application/octet-stream' });
};

const WRONG = {
  'wrong-passphrase': 'Câu mật khẩu của tệp chưa đúng. Hỏi lại người đã lưu tệp.',
  unreadable: 'Không đọc được tệp này: không phải tệp việc chưa gửi, hoặc tệp đã bị sửa. Lưu lại tệp từ máy kia.',
} as const;

/** How many were not here before. */
export const fileIn = async (stored: Stored, file: Blob, passphrase: string): Promise<number> => {
  const read = await importOutbox(stored, new Uint8Array(await file.arrayBuffer()), passphrase);
  if (read.kind !== 'imported') throw new Error(WRONG[read.kind]);
  return read.added;
};
