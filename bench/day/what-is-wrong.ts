// What the office finds of a day, asked for as its people ask: each paper once, as it was printed, with its scans whole.
import { createHash } from 'node:crypto';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { wireOf } from '../../e2e/by-wire.ts';
import type { World } from '../../e2e/people.ts';

export type Printed = { readonly number: string; readonly scans: readonly string[]; readonly answer: DossierReceivedAnswer };
export type Wrong = { readonly lost: readonly string[]; readonly doubled: readonly string[]; readonly differing: readonly string[]; readonly parked: number };

type Wire = Awaited<ReturnType<typeof wireOf>>;

const differences = async (wire: Wire, { answer, scans }: Printed, view: DossierView): Promise<readonly string[]> => {
  const here = { receivedAt: answer.receivedAt, due: answer.due?.due, fee: answer.totalFee, scans: [...scans].sort().join() };
  const there = {
    receivedAt: view.receivedAt, due: view.due?.due, fee: view.fees.reduce((sum, fee) => sum + fee.amount, 0),
    scans: view.papers.flatMap((paper) => paper.scans as readonly string[]).sort().join(),
  };
  const found = (Object.keys(here) as (keyof typeof here)[]).filter((key) => here[key] !== there[key]).map((key) => `${answer.code}: ${key} ${here[key]} here, ${there[key]} there`);
  for (const sha256 of scans) {
    const file = await wire.get(`/api/files/${sha256}`);
    const whole = file.ok() && createHash('sha256').update(await file.body()).digest('hex') === sha256;
    if (!whole) found.push(`${answer.code}: scan ${sha256} is not there whole (${file.status()})`);
  }
  return found;
};

export const whatIsWrong = async (world: World, printed: readonly Printed[]): Promise<Omit<Wrong, 'parked'>> => {
  const wire = await wireOf('tuphap.kybac', world);
  const wrong = { lost: [] as string[], doubled: [] as string[], differing: [] as string[] };
  const codes = printed.map(({ answer }) => answer.code);
  wrong.doubled.push(...codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => `${code} was printed twice`));
  for (const one of printed) {
    const { code, dossierId } = one.answer;
    const { dossiers } = await (await wire.get(`/api/desk/find?q=${one.number}`)).json() as { dossiers: readonly { dossierId: string; code: string }[] };
    if (!dossiers.some((dossier) => dossier.code === code && dossier.dossierId === dossierId)) wrong.lost.push(code);
    else if (dossiers.length > 1) wrong.doubled.push(`${code}: ${dossiers.map((dossier) => dossier.code).join(', ')}`);
    else wrong.differing.push(...await differences(wire, one, await (await wire.get(`/api/dossiers/${dossierId}`)).json() as DossierView));
  }
  await wire.dispose();
  return wrong;
};
