import '../office.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { Field } from '../../design/field.tsx';
import { useFoundInAgency } from '../use-office.ts';
import { InboxTable } from './inbox-table.tsx';
import { useListKeys } from './use-list-keys.ts';

const AT_MOST = 30;

export const FindInAgencyScreen = () => {
  const navigate = useNavigate();
  const [typed, setTyped] = useState((useSearch({ strict: false }) as { q?: string }).q ?? '');
  const query = useDeferredValue(typed.trim());
  const found = useFoundInAgency(query);
  const rows = found.data?.rows ?? [];
  const open = (dossierId: string) => void navigate({ to: '/co-quan/ho-so/$dossierId', params: { dossierId } });
  const list = useListKeys(rows.map((row) => row.dossierId), open);
  return (
    <Screen title="Tìm hồ sơ của cơ quan">
      <form onSubmit={(event) => { event.preventDefault(); if (rows.length === 1 && rows[0]) open(rows[0].dossierId); }}>
        <Field large label="Mã hồ sơ, số cuối của mã, số giấy tờ tùy thân, hoặc họ tên không cần dấu" value={typed} onValue={setTyped} autoFocus data-takes-code="" placeholder="0001 · 183000001 · nguyen van thu" />
      </form>
      {query.length < 2
        ? <EmptyState icon="find" title="Gõ ít nhất hai ký tự">Quét mã trên giấy tiếp nhận cũng được.</EmptyState>
        : (
          <Loaded from={found} lines={6}>
            {(view) => (
              <Panel flush foot={view.rows.length === AT_MOST ? <span className="faint">Hiện {AT_MOST} hồ sơ mới nhất. Gõ thêm để tìm hẹp hơn.</span> : undefined}>
                {view.rows.length === 0
                  ? <EmptyState icon="find" title={`Không thấy hồ sơ nào khớp “${query}”`}>Chỉ tìm trong hồ sơ của cơ quan. Thử gõ họ tên đầy đủ hoặc bốn số cuối của mã hồ sơ.</EmptyState>
                  : <InboxTable tab="found" rows={view.rows} now={view.now} list={list} ticks={false} />}
              </Panel>
            )}
          </Loaded>
        )}
    </Screen>
  );
};
