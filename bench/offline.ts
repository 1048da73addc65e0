// The day of forty dossiers with a hundred and twenty sheets, sent over a line as bad as a commune's: bytes, seconds, sizes.
import { THIRD_GENERATION } from '#testing/slow-line.ts';
import type { Figures } from './bench.ts';
import { workDay } from './day/day.ts';
import { round } from './load.ts';

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const seconds = (milliseconds: number): number => round(milliseconds / 1000);
const kb = ({ up, down }: { readonly up: number; readonly down: number }): number => round((up + down) / 1000, 1);

export const benchOffline = async (): Promise<Figures> => {
  const { wrong, morning, alone, sent, storeBytes, memoryAfter, clockOffAfterSyncSeconds } = await workDay({
    dossiers: 40, scansEach: 3, sheets: true, driftMinutes: 9, shape: THIRD_GENERATION, say: (line) => void process.stderr.write(`${line}\n`),
  });
  const [offline, online, online3g, write] = [median(alone.offlineMs), median(morning.onlineMs), median(morning.online3gMs), median(alone.writeMs)];
  return {
    receive_offline_p50_ms: round(offline, 0), strict_write_p50_ms: round(write, 1), offline_to_strict_write: round(offline / write),
    receive_by_pin_p50_ms: round(median(alone.byPinMs), 0), of_it_key_from_pin_ms: round(median(alone.deriveMs), 0), receive_online_p50_ms: round(online, 0), offline_to_online: round(offline / online),
    receive_online_3g_p50_ms: round(online3g, 0), offline_to_online_3g: round(offline / online3g), receive_offline_one_tab_p50_ms: round(median(alone.oneTabMs), 0),
    cold_start_to_door_s: seconds(alone.coldStart.toDoorMs), store_opened_by_phrase_s: seconds(alone.coldStart.openedMs), of_it_phrase_typed_s: seconds(alone.coldStart.typedMs),
    sync_s: round(sent.seconds, 0), of_it_server_down_s: round(sent.serverDownSeconds, 0), sync_up_mb: round(sent.up / 1e6), sync_down_kb: round(sent.down / 1000, 0),
    sheets_mb: round(sum(alone.scanBytes) / 1e6), sheet_made_small_ms: round(median(alone.scanMs), 0),
    store_full_mb: round(storeBytes.full / 1e6), store_sent_mb: round(storeBytes.sent / 1e6),
    first_reference_kb: kb(morning.firstReference), usual_morning_kb: kb(morning.usual), quiet_morning_kb: kb(morning.quiet),
    tab_heap_at_start_mb: round(alone.memoryAtStart.heapBytes / 1e6, 1), tab_heap_after_day_mb: round(memoryAfter.heapBytes / 1e6, 1),
    printed_off_the_law_s: round(alone.mostOffSeconds, 0), clock_off_after_sync_s: round(clockOffAfterSyncSeconds, 1),
    dossiers: alone.printed.length, lost: wrong.lost.length, doubled: wrong.doubled.length, differing: wrong.differing.length, parked: wrong.parked,
  };
};
