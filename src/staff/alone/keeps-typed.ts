// Screens on which so much is typed that it is kept at every change.
const TYPED = /^\/(tiep-nhan\/[^/]+|tu-choi\/[^/]+|danh-sach)$/;

export const keepsTyped = (path: string): boolean => TYPED.test(path);
