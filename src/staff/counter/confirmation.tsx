// Support mode: the officer beside the clerk confirms, with one key while present or with the PIN.
import { useState } from 'react';
import { needsConfirmation } from '#core/dossier/desk-hands.ts';
import type { DossierAct } from '#core/dossier/life.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import type { Me } from '#wire/session.wire.ts';
import { useOnline } from '../api/use-online.ts';
import { Field, SelectField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { noOfficerWords } from './no-officer.ts';

export type ConfirmationNeed = 'none' | 'key' | 'pin';

export const confirmationNeed = (me: Me, act: DossierAct, mode: ReceptionMode): ConfirmationNeed => {
  if (!needsConfirmation(act, mode, me.roles, me.desk?.supportReturn)) return 'none';
  return me.presentOfficer && me.desk?.officerConfirmation === 'key-while-present' ? 'key' : 'pin';
};

export type ConfirmationState = {
  readonly need: ConfirmationNeed;
  readonly ready: boolean;
  readonly value: Confirmation | undefined;
  readonly accountId: string;
  readonly pin: string;
  readonly set: (change: { accountId?: string; pin?: string }) => void;
};

/** `proven`: what is proven on this machine asks for the PIN; being there is known to the server alone. */
export const useConfirmation = (me: Me, act: DossierAct, mode: ReceptionMode, proven = false): ConfirmationState => {
  const usual = confirmationNeed(me, act, mode);
  const need = proven && usual === 'key' ? 'pin' : usual;
  const [state, setState] = useState({
    accountId: me.presentOfficer?.accountId ?? me.desk?.officers[0]?.accountId ?? '',
    pin: '',
  });
  const value: Confirmation | undefined =
    need === 'key'
      ? { by: 'present-officer' }
      : need === 'pin'
        ? { by: 'pin', accountId: state.accountId as Extract<Confirmation, { by: 'pin' }>['accountId'], pin: state.pin }
        : undefined;
  return {
    need,
    ready: need !== 'pin' || (/^\d{6,12}$/.test(state.pin) && state.accountId !== ''),
    value,
    ...state,
    set: (change) => setState((s) => ({ ...s, ...change })),
  };
};

export const ConfirmationFields = ({
  me,
  state,
  error,
}: {
  readonly me: Me;
  readonly state: ConfirmationState;
  readonly error?: string | undefined;
}) => {
  const isOnline = useOnline();
  if (state.need === 'none') return null;
  if (state.need === 'key')
    return (
      <p className="paper-line">
        <span>
          Công chức tiếp nhận <strong>{me.presentOfficer?.fullName}</strong> xác nhận; {me.account.fullName} là người hỗ trợ.
        </span>
      </p>
    );
  const officers = me.desk?.officers ?? [];
  if (officers.length === 0)
    return <Banner tone="amber">{noOfficerWords(isOnline)}</Banner>;
  return (
    <div className="fields">
      <SelectField
        width="w6"
        label="Công chức tiếp nhận xác nhận"
        name="confirmation.accountId"
        data-prefilled=""
        value={state.accountId}
        onValue={(accountId) => state.set({ accountId })}
        options={officers.map((o) => ({ value: o.accountId, label: `${o.fullName} · ${o.title}` }))}
      />
      <Field
        width="w3"
        label="Mã PIN của công chức"
        name="confirmation.pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={state.pin}
        onValue={(pin) => state.set({ pin })}
        error={error}
      />
    </div>
  );
};
