import { describe, expect, it } from 'vitest';
import { custodyStory } from '#testing/custody-story.ts';
import { EVENT_KINDS } from '#core/custody/thing.ts';
import { type EpcisEvent, epcisDocument } from '../epcis.wire.ts';

const BASE = 'https://epcis.hatinh.gov.vn/thu';
const DESK = `${BASE}/desk/ky-bac`;
const AGENCY = `${BASE}/unit/so-tu-phap`;
const DOSSIER = { bizTransaction: `${BASE}/dossier/000.22.36.H27-191118-0001` };
const party = (type: 'source' | 'destination', uri: string) => [{ type: 'possessing_party', [type]: uri }];

const story = custodyStory();
const document = story.document(BASE);
const events = document.epcisBody.eventList;
/** What the ledger's events of this kind became. */
const told = (thing: string, kind: string, nth = 0): EpcisEvent => {
  const wanted = story.events.filter((event) => event.thingId === story.id(thing) && event.kind === kind)[nth];
  const found = events.find((event) => wanted && event.eventID === `urn:uuid:${wanted.thingId}-${wanted.eventNo}` && !event.errorDeclaration);
  if (!found) throw new Error(`${thing} ${kind} is not told`);
  return found;
};
const gist = ({ action, bizStep, disposition }: EpcisEvent): string => `${action} ${bizStep} ${disposition ?? '-'}`;

describe('each kind of event of the ledger', () => {
  it('happens in the story, and becomes one event', () => {
    expect(new Set(story.events.map(({ kind }) => kind))).toEqual(new Set(EVENT_KINDS));
    expect(events.filter(({ errorDeclaration }) => !errorDeclaration)).toHaveLength(story.events.length - story.untold);
    expect(epcisDocument.parse(document)).toEqual(document);
  });
  it('has the step and the disposition of the standard', () => {
    const gists = {
      came: gist(told('papers', 'came')), madeOutcome: gist(told('outcome', 'came')), sent: gist(told('papers', 'sent')), split: gist(told('papers', 'split')),
      parted: gist(told('short', 'parted')), lost: gist(told('short', 'lost')), receivedShort: gist(told('papers', 'received')), damaged: gist(told('torn', 'received')),
      found: gist(told('short', 'found')), refused: gist(told('refused', 'refused')), takenOver: gist(told('refused', 'taken-over')), received: gist(told('outcome', 'received')),
      outcomeOut: gist(told('outcome', 'handed-out')), papersOut: gist(told('refused', 'handed-out')), archived: gist(told('papers', 'archived')), undone: gist(told('mistake', 'corrected')),
      packed: gist(told('outcome', 'packed')), inEnvelope: gist(told('inner', 'packed')), sealed: gist(told('bag', 'sealed')), unsealed: gist(told('bag', 'unsealed')), unpacked: gist(told('outcome', 'unpacked')),
      bagOut: gist(told('bag', 'sent', 2)), bagIn: gist(told('bag', 'received', 2)), destroyed: gist(told('burnt', 'destroyed')), givenUp: gist(told('gone', 'destroyed')),
      backInHand: gist(told('slip', 'corrected')), backOnTheWay: gist(told('astray', 'corrected')),
    };
    expect(gists).toEqual({
      came: 'ADD accepting in_progress', madeOutcome: 'ADD commissioning active', sent: 'OBSERVE shipping in_transit', split: 'DELETE inspecting -',
      parted: 'ADD inspecting in_progress', lost: 'OBSERVE inspecting mismatch_quantity', receivedShort: 'OBSERVE receiving mismatch_quantity', damaged: 'OBSERVE receiving damaged',
      found: 'OBSERVE holding in_progress', refused: 'OBSERVE inspecting returned', takenOver: 'OBSERVE accepting in_progress', received: 'OBSERVE receiving completeness_verified',
      outcomeOut: 'OBSERVE accepting -', papersOut: 'OBSERVE accepting returned', archived: 'OBSERVE storing -', undone: 'DELETE decommissioning inactive',
      packed: 'ADD packing container_open', inEnvelope: 'ADD packing container_closed', sealed: 'OBSERVE packing container_closed', unsealed: 'OBSERVE unpacking container_open', unpacked: 'DELETE unpacking in_progress',
      bagOut: 'OBSERVE departing in_transit', bagIn: 'OBSERVE arriving container_closed', destroyed: 'DELETE destroying destroyed', givenUp: 'DELETE decommissioning inactive',
      backInHand: 'OBSERVE holding in_progress', backOnTheWay: 'OBSERVE transporting in_transit',
    });
  });
});

describe('an event', () => {
  it('says where it happened, who sent to whom, under which record, and at which time of ours', () => {
    const sent = told('papers', 'sent');
    expect(sent).toMatchObject({
      type: 'ObjectEvent', epcList: [`urn:uuid:${story.id('papers')}`], eventTimeZoneOffset: '+07:00', readPoint: { id: DESK },
      sourceList: party('source', DESK), destinationList: party('destination', AGENCY), bizTransactionList: [DOSSIER, { type: 'desadv', bizTransaction: 'urn:uuid:r1' }], 'motcua:pieces': 4,
    });
    expect(sent.bizLocation).toBeUndefined();
    expect(sent.eventTime).toMatch(/\+07:00$/u);
    expect(sent.recordTime > sent.eventTime).toBe(true);
    expect(told('papers', 'received')).toMatchObject({ readPoint: { id: AGENCY }, bizLocation: { id: AGENCY }, sourceList: party('source', DESK), 'motcua:pieces': 2 });
    expect(told('papers', 'archived').bizLocation).toEqual({ id: `${AGENCY}/archive` });
  });
  it('that parts or packs names what from what', () => {
    expect(told('papers', 'split')).toMatchObject({ type: 'AggregationEvent', parentID: `urn:uuid:${story.id('papers')}`, childEPCs: [`urn:uuid:${story.id('short')}`] });
    expect(told('outcome', 'packed')).toMatchObject({ type: 'AggregationEvent', parentID: `urn:uuid:${story.id('bag')}`, childEPCs: [`urn:uuid:${story.id('outcome')}`] });
  });
  it('stands where it happened in the order of time, and each thing’s in their own', () => {
    const times = events.map(({ eventTime, errorDeclaration }) => errorDeclaration?.declarationTime ?? eventTime);
    expect(times).toEqual(times.toSorted());
  });
});

describe('a correction', () => {
  const declared = (thing: string): readonly EpcisEvent[] => {
    const own = story.events.filter(({ thingId }) => thingId === story.id(thing)).map(({ thingId, eventNo }) => `urn:uuid:${thingId}-${eventNo}`);
    return events.filter(({ eventID, errorDeclaration }) => errorDeclaration && own.includes(eventID));
  };
  it('declares the event in error as it was written, and names the one that puts it right', () => {
    const wrong = told('slip', 'handed-out');
    const right = told('slip', 'corrected');
    expect(declared('slip')).toEqual([{
      ...wrong, recordTime: right.recordTime,
      errorDeclaration: { declarationTime: right.eventTime, reason: 'did_not_occur', correctiveEventIDs: [right.eventID] },
    }]);
    expect(events.indexOf(wrong)).toBeGreaterThanOrEqual(0);
  });
  it('of an entry that never was declares whatever rests on it', () => {
    expect(declared('mistake').map(({ bizStep }) => bizStep)).toEqual(['accepting', 'shipping']);
  });
  it('that finds what was lost declares that the loss was not so', () => {
    expect(declared('short').map(({ bizStep, errorDeclaration }) => [bizStep, errorDeclaration?.reason])).toEqual([['inspecting', 'incorrect_data']]);
  });
});

describe('what may not be seen', () => {
  const text = JSON.stringify(document);
  it('is not exported: no name, no note, no name of a paper, nobody’s account', () => {
    for (const said of story.secrets) expect([said, text.includes(said)]).toEqual([said, false]);
  });
  it('is not exported of a bag: where it was before and after', () => {
    const bag = events.filter((event) => event.type === 'ObjectEvent' && event.epcList[0] === `urn:uuid:${story.id('bag')}`);
    expect(bag.map(({ bizStep }) => bizStep)).toEqual(['packing', 'unpacking', 'packing', 'departing', 'arriving']);
    expect(bag.flatMap(({ bizTransactionList }) => bizTransactionList ?? [])).not.toContainEqual(DOSSIER);
  });
});

it('places are named once, without what was not part of it', () => {
  expect(document.epcisHeader.epcisMasterData.vocabularyList[0]?.vocabularyElementList).toEqual([
    { id: DESK, attributes: [{ id: 'cbvmda:name', attribute: 'desk ky-bac' }] },
    { id: AGENCY, attributes: [{ id: 'cbvmda:name', attribute: 'agency so-tu-phap' }] },
    { id: `${AGENCY}/archive`, attributes: [{ id: 'cbvmda:name', attribute: 'archive so-tu-phap' }] },
  ]);
});
