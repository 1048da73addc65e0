// Tài khoản và phân công: who may do what, where and since when.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ROLES, type Role } from '#core/organisation/organisation.ts';
import { formatDate } from '#core/kernel/format.ts';
import { accountsView, type AccountView } from '#wire/admin.wire.ts';
import { ask } from '../../api/request.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { roleLabel } from '../../words/person-words.ts';
import '../admin.css';
import { CommandLine } from '../command-line.tsx';
import { Integrators } from '../integrators/integrators.tsx';
import { findAccounts, rolesOf } from './account-search.ts';

const PAGE = 100;

const State = ({ account }: { readonly account: AccountView }) => {
  if (account.disabled) return <span className="chip chip-red">Đã ngừng</span>;
  return account.mustChangePassword ? <span className="chip chip-amber">Chờ đổi mật khẩu</span> : <span className="chip chip-green">Đang dùng</span>;
};

const Assignments = ({ account }: { readonly account: AccountView }) => account.assignments.length === 0 ? <span className="faint">chưa phân công</span> : (
  <ul className="roles">
    {account.assignments.map((one, i) => (
      <li key={i}>
        <span className="chip">{roleLabel(one.role)}</span>
        <span>{one.deskName ? `${one.unitName} · quầy ${one.deskName}` : one.unitName}</span>
        <span className="faint">từ {formatDate(one.validFrom)}{one.validTo ? ` đến hết ngày trước ${formatDate(one.validTo)}` : ''}</span>
      </li>
    ))}
  </ul>
);

const COLUMNS: readonly Column<AccountView>[] = [
  { head: 'Họ và tên', cell: (a) => <><strong>{a.fullName}</strong><br /><span className="faint">{a.title}</span></> },
  { head: 'Tên đăng nhập', cell: (a) => <span className="nowrap">{a.login}</span> },
  { head: 'Phân công', cell: (a) => <Assignments account={a} /> },
  { head: 'Trạng thái', cell: (a) => <State account={a} /> },
];

const List = ({ accounts }: { readonly accounts: readonly AccountView[] }) => {
  const { world } = useMe();
  const [query, setQuery] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [shown, setShown] = useState(PAGE);
  const found = findAccounts(accounts, useDeferredValue(query), role);
  const held = rolesOf(accounts);
  const rows = found.slice(0, shown);
  return (
    <div className="stack">
      <div className="filters">
        <Field label="Tìm" name="q" placeholder="Họ tên, tên đăng nhập, chức danh, đơn vị; không cần dấu" autoFocus value={query} onValue={(text) => { setQuery(text); setShown(PAGE); }} />
        <SelectField label="Vai trò" name="role" value={role} onValue={(value) => { setRole(value as Role | ''); setShown(PAGE); }} placeholder="Mọi vai trò" options={ROLES.filter((one) => held.includes(one)).map((one) => ({ value: one, label: roleLabel(one) }))} />
      </div>
      {rows.length === 0 ? <EmptyState icon="find" title="Không có tài khoản nào khớp">Thử bớt từ, hoặc chọn “Mọi vai trò”.</EmptyState> : (
        <Panel title={<span role="status">Tài khoản</span>} count={found.length} flush foot={found.length > rows.length && <div className="row-between"><span>Đang hiện {rows.length} trong {found.length} tài khoản</span><Button onClick={() => setShown(shown + PAGE)}>Xem thêm</Button></div>}>
          <Table caption="Tài khoản và phân công" columns={COLUMNS} rows={rows} rowKey={(account) => account.accountId} />
        </Panel>
      )}
      <Panel title="Thêm tài khoản, đặt lại mật khẩu">
        <div className="stack-tight">
          <p className="soft">Việc này làm bằng dòng lệnh trên máy chủ; mật khẩu dùng một lần được in ra và mọi thay đổi đều vào nhật ký.</p>
          <CommandLine command={`npm run motcua -- account add TÊN-ĐĂNG-NHẬP --world ${world.name} --name "HỌ TÊN" --title "CHỨC DANH" --role VAI-TRÒ --unit ĐƠN-VỊ`} />
          <CommandLine command={`npm run motcua -- account reset-password TÊN-ĐĂNG-NHẬP --world ${world.name}`} />
        </div>
      </Panel>
    </div>
  );
};

export const AccountsScreen = () => {
  const accounts = useQuery({ queryKey: ['admin-accounts'], queryFn: ({ signal }) => ask('/api/admin/accounts', accountsView, signal) });
  const [tab, setTab] = useState('people');
  return (
    <Screen title="Tài khoản và phân công">
      <Tabs label="Tài khoản" value={tab} onValue={setTab} tabs={[{ id: 'people', label: 'Người' }, { id: 'integrators', label: 'Hệ thống khác' }]}>
        {tab === 'people' ? <Loaded from={accounts} lines={8}>{(data) => <List accounts={data.accounts} />}</Loaded> : <Integrators />}
      </Tabs>
    </Screen>
  );
};
