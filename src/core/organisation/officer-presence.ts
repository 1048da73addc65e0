// How long one PIN stands for the officer beside the clerk, with the line and without it: half a working day, so that she
// opens her presence again after noon; and no longer than a counter is left alone before its session ends.
// @law NĐ 61/2018/NĐ-CP Đ.17 (an official receives; postal staff support)
export const PRESENCE_MILLISECONDS = 5 * 3_600_000;
/** Also the default of the server's own sessions. */
export const LEFT_ALONE_MINUTES = 110;
