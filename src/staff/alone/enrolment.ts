// What is typed when a machine is enrolled, and what is wrong with it.
import type { Enrolment } from './counter.ts';
import { passphraseError, pinError } from './secret-rules.ts';

export const describeMachine = (agent: string): string => {
  const browser = /Edg\/(\d+)/.exec(agent)?.[0].replace('Edg/', 'Edge ') ?? /Firefox\/(\d+)/.exec(agent)?.[0].replace('/', ' ') ?? /Chrome\/(\d+)/.exec(agent)?.[0].replace('/', ' ') ?? 'trình duyệt khác';
  const system = /Windows/.test(agent) ? 'Windows' : /Android/.test(agent) ? 'Android' : /Mac OS/.test(agent) ? 'macOS' : /Linux/.test(agent) ? 'Linux' : 'hệ điều hành khác';
  return `${browser} trên ${system}`;
};

export type TypedEnrolment = Enrolment & { readonly again: string; readonly encrypted: boolean };
export const EMPTY_ENROLMENT: TypedEnrolment = { code: '', description: '', passphrase: '', again: '', pin: '', machineKey: false, encrypted: false };

export const checkEnrolment = (typed: TypedEnrolment): Readonly<Record<string, string>> => {
  const passphrase = passphraseError(typed.passphrase);
  const pin = pinError(typed.pin);
  return {
    ...(typed.code.trim() === '' && { code: 'Nhập mã do quản trị hệ thống cấp.' }),
    ...(typed.description.trim() === '' && { description: 'Ghi máy đặt ở đâu.' }),
    ...(passphrase !== undefined && { passphrase }),
    ...(typed.passphrase !== typed.again && { again: 'Hai lần nhập chưa giống nhau.' }),
    ...(pin !== undefined && { pin }),
    ...(!typed.encrypted && { encrypted: 'Chỉ đăng ký máy đã mã hóa ổ đĩa; kiểm tra rồi đánh dấu.' }),
  };
};
