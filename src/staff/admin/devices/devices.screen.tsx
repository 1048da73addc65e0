// Máy ở quầy: which machines may work without a line, when each was last heard of and what it still holds.
import { useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { CaseList } from '../../cases/case-list.tsx';
import { agoWords, fullMoment } from '../../words/moment-words.ts';
import '../admin.css';
import './devices.css';
import { CloseNumbersDialog } from './close-numbers-dialog.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { type DeviceView, standingOf } from './device-words.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useDevices } from './use-devices.ts';

type Asked = { readonly what: 'code' } | { readonly what: 'revoke' | 'close-numbers'; readonly device: DeviceView };

const Standing = ({ device }: { readonly device: DeviceView }) => {
  const { tone, words } = standingOf(device, businessNow());
  return <><span className={tone === '' ? 'chip' : `chip chip-${tone}`}>{words}</span>{device.revokedReason && <p className="faint">{device.revokedReason}</p>}</>;
};

const Pending = ({ device }: { readonly device: DeviceView }) => device.pending === 0 ? <>0</> : (
  <><strong>{formatInteger(device.pending)}</strong>{device.oldestPendingAt && <p className="faint">lâu nhất {agoWords(device.oldestPendingAt, businessNow())}</p>}</>
);

const Gone = ({ device, onClose }: { readonly device: DeviceView; readonly onClose: (device: DeviceView) => void }) => (
  <>
    <span className="faint nowrap">{device.revokedAt && fullMoment(device.revokedAt)}</span>
    {device.numbersHeld > 0 && <><br /><Button look="plain" onClick={() => onClose(device)}>Chốt số<span className="hidden-label"> máy {device.name}</span></Button></>}
  </>
);

const columns = (onAsk: (asked: Asked) => void): readonly Column<DeviceView>[] => [
  { head: 'Máy', cell: (d) => <><strong>{d.name}</strong><br /><span className="faint">{d.description}</span></> },
  { head: 'Quầy', cell: (d) => d.deskName },
  { head: 'Trạng thái', cell: (d) => <Standing device={d} /> },
  { head: 'Liên lạc lần cuối', cell: (d) => d.lastSeenAt ? <span className="nowrap">{fullMoment(d.lastSeenAt)}</span> : <span className="faint">chưa lần nào</span> },
  { head: 'Chưa gửi', number: true, cell: (d) => <Pending device={d} /> },
  { head: 'Số đang giữ', number: true, cell: (d) => formatInteger(d.numbersHeld) },
  { head: 'Việc cần xem', number: true, cell: (d) => d.openCases > 0 ? <strong>{formatInteger(d.openCases)}</strong> : <>0</> },
  { head: 'Thu hồi', cell: (d) => d.revokedAt ? <Gone device={d} onClose={(device) => onAsk({ what: 'close-numbers', device })} /> : <Button look="plain" onClick={() => onAsk({ what: 'revoke', device: d })}>Thu hồi<span className="hidden-label"> máy {d.name}</span></Button> },
];

const Devices = () => {
  const devices = useDevices();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <Loaded from={devices} lines={6}>
      {({ devices: rows, desks }) => (
        <>
          <Panel title="Máy đã đăng ký" count={rows.length} flush acts={<Button look="main" onClick={() => setAsked({ what: 'code' })}>Cấp mã đăng ký</Button>}>
            {rows.length === 0
              ? <EmptyState icon="offline" title="Chưa có máy nào làm việc được khi mất mạng">Cấp mã đăng ký cho máy của quầy; người ở quầy nhập mã tại máy đó.</EmptyState>
              : <Table caption="Máy của các quầy" columns={columns(setAsked)} rows={rows} rowKey={(device) => device.deviceId} />}
          </Panel>
          {asked?.what === 'code' && <CodeDialog desks={desks} onClose={close} />}
          {asked?.what === 'revoke' && <RevokeDialog device={asked.device} onClose={close} />}
          {asked?.what === 'close-numbers' && <CloseNumbersDialog device={asked.device} onClose={close} />}
        </>
      )}
    </Loaded>
  );
};

const Cases = () => {
  const { data } = useDevices();
  return <CaseList side="admin" deskNames={new Map([...(data?.devices ?? []).map(({ deskId, deskName }) => [deskId, deskName] as const), ...(data?.desks ?? []).map(({ deskId, name }) => [deskId, name] as const)])} />;
};

export const DevicesScreen = () => {
  const [tab, setTab] = useState('devices');
  return (
    <Screen title="Máy ở quầy">
      <Tabs label="Máy và việc cần xem" value={tab} onValue={setTab} tabs={[{ id: 'devices', label: 'Máy' }, { id: 'cases', label: 'Việc cần xem sau khi có mạng' }]}>
        {tab === 'devices' ? <Devices /> : <Cases />}
      </Tabs>
    </Screen>
  );
};
