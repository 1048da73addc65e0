// A demonstration's papers were laid down before anybody knew where it is served: their own machine's address
// leads nowhere from a telephone, so it is replaced when the paper is printed. Any other address stays as it was given.
import type { PaperPayload } from '#documents/papers.ts';

const OWN_MACHINE = /^http:\/\/localhost(?::\d+)?(?=\/)/;

export const atServedAddress = (payload: PaperPayload, origin: string): PaperPayload => {
  const moved = (address: string): string => address.replace(OWN_MACHINE, () => origin);
  const tracking = 'tracking' in payload ? payload.tracking : undefined;
  return {
    ...payload,
    ...(tracking && { tracking: { ...tracking, url: moved(tracking.url), ...(tracking.verify === undefined ? {} : { verify: moved(tracking.verify) }) } }),
    ...('verify' in payload && payload.verify !== undefined && { verify: moved(payload.verify) }),
    ...('trackingUrl' in payload && payload.trackingUrl !== undefined && { trackingUrl: moved(payload.trackingUrl) }),
    ...('pageUrl' in payload && payload.pageUrl !== undefined && { pageUrl: moved(payload.pageUrl) }),
  } as PaperPayload;
};
