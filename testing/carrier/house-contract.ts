// What may go wrong on the way to a carrier that is asked over the network, whoever it is: one suite for all of them.
import { expect, it } from 'vitest';
import type { Carrier } from '#adapters/carrier/port.ts';
import { carrierOrder } from './carrier-contract.ts';
import type { HouseSettings, SimulatedHouse } from './simulated-house.ts';
import { testTls } from './test-tls.ts';

type Simulator = Pick<SimulatedHouse, 'url' | 'befall' | 'calls'> & { readonly state: { readonly orders: readonly unknown[] } };
type ClientSettings = { readonly secret?: string; readonly paths?: { readonly order: string }; readonly trustedCertificates?: string };
type HouseUnderTest = {
  readonly start: (settings?: HouseSettings) => Promise<Simulator>;
  readonly at: (simulator: { readonly url: string }, more?: ClientSettings) => Carrier;
  readonly signInPath: string;
};

export const kindOf = (answer: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }): string => (answer.ok ? 'done' : answer.refusal?.kind ?? '');

/** Within the `describe` of the carrier. */
export const houseContract = ({ start, at, signInPath }: HouseUnderTest): void => {
  const order = carrierOrder('HD-9');

  it('that does not know us does not get our order', async () => {
    const simulator = await start();
    expect(kindOf(await at(simulator, { secret: 'khac' }).order(order))).toBe('credentials-refused');
    expect(simulator.calls()).toEqual({ [signInPath]: 1 });
  });

  it.each([['error-before', 0], ['error-after', 1], ['cut-before', 0], ['cut-after', 1], ['nonsense', 1]] as const)(
    '%s while it takes an order: there is no answer, and it is not known what was done', async (fault, held) => {
      const simulator = await start();
      const carrier = at(simulator);
      await carrier.price({ grams: 1, sender: order.sender, receiver: order.receiver });
      simulator.befall(fault);
      expect(kindOf(await carrier.order(order))).toBe('no-answer');
      expect(simulator.state.orders).toHaveLength(held);
    });

  it('that does not let us sign in, is not there, or has nothing under this address has been asked nothing', async () => {
    for (const fault of ['error-before', 'cut-before', 'nonsense'] as const) {
      const simulator = await start();
      simulator.befall(fault);
      expect(kindOf(await at(simulator).order(order))).toBe('not-reached');
    }
    expect(kindOf(await at({ url: 'http://localhost:1' }).order(order))).toBe('not-reached');
    expect(kindOf(await at(await start(), { paths: { order: 'khong-co' } }).order(order))).toBe('not-reached');
  });

  it('is believed only with a certificate of its own name, from an authority that is trusted', async () => {
    const { trustedCertificates, forHost } = await testTls('Bưu chính mô phỏng');
    const kindFor = async (host: string, settings: ClientSettings): Promise<string> => kindOf(await at(await start({ tls: await forHost(host) }), settings).order(order));
    expect(await kindFor('localhost', { trustedCertificates })).toBe('done');
    expect(await kindFor('localhost', {})).toBe('not-reached');
    expect(await kindFor('khac.example.vn', { trustedCertificates })).toBe('not-reached');
  }, 60_000);
};
