// Scan or type the code on the receipt; what waits to be returned stands below.
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { codeOf } from '../../scanner/scanner.ts';
import { DossierTable } from '../find-dossiers/dossier-table.tsx';
import { useFoundDossiers } from '../find-dossiers/found-dossiers.ts';
import { useToday } from '../today/use-today.ts';

export const ChooseDossierScreen = () => {
  const today = useToday();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const found = useFoundDossiers(asked, asked !== '');
  const open = (dossierId: string) => void navigate({ to: '/tra-ket-qua/$dossierId', params: { dossierId } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(codeOf(typed) ?? typed.trim());
  };
  const only = found.data && asked !== '' && found.data.dossiers.length === 1 ? found.data.dossiers[0] : undefined;
  if (only && !found.isPlaceholderData) {
    setAsked('');
    open(only.dossierId);
  }
  return (
    <Screen title="Trả kết quả">
      <form className="row" onSubmit={submit} role="search">
        <span className="grow">
          <input
            className="input input-large"
            data-takes-code=""
            aria-label="Quét giấy hẹn, hoặc gõ mã hồ sơ, số giấy tờ, họ tên"
            placeholder="Quét giấy hẹn, hoặc gõ mã hồ sơ, số giấy tờ, họ tên"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        </span>
        <Button type="submit" look="main" large icon="find">
          Mở hồ sơ
        </Button>
      </form>
      {asked !== '' && (
        <Loaded from={found}>
          {(data) =>
            data.dossiers.length === 0 ? (
              <EmptyState icon="find" title={`Không có hồ sơ nào khớp “${asked}”`}>
                {data.wrong ?? 'Mất giấy hẹn thì tìm bằng số giấy tờ tùy thân hoặc họ tên chủ hồ sơ.'}
              </EmptyState>
            ) : (
              <Panel title="Chọn hồ sơ" count={data.dossiers.length} flush>
                <DossierTable
                  caption="Hồ sơ khớp"
                  rows={data.dossiers}
                  now={today.data?.now ?? data.dossiers[0]?.receivedAt ?? ('' as never)}
                  to="/tra-ket-qua/$dossierId"
                />
              </Panel>
            )
          }
        </Loaded>
      )}
      <Loaded from={today}>
        {(view) => (
          <Panel title="Kết quả chờ trả tại quầy" count={view.counts.readyToReturn} flush>
            {view.readyToReturn.length === 0 ? (
              <EmptyState icon="return" title="Chưa có kết quả nào chờ trả">
                Kết quả cơ quan chuyển về được xác nhận ở màn hình Hôm nay (F1), mục “Kết quả về”.
              </EmptyState>
            ) : (
              <DossierTable caption="Kết quả chờ trả" rows={view.readyToReturn} now={view.now} to="/tra-ket-qua/$dossierId" />
            )}
          </Panel>
        )}
      </Loaded>
    </Screen>
  );
};
