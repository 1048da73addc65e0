// Waiting grows and is capped: a minute at most, however often it failed, and never all counters at the same moment.
const MOST_SECONDS = 60;

export const waitSeconds = (failures: number, random: number, asked = 0): number => {
  const grown = Math.min(MOST_SECONDS, 2 ** Math.min(failures, 10));
  return Math.min(MOST_SECONDS, Math.max(asked, grown * (0.5 + random / 2)));
};
