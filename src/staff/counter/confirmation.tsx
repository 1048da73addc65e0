// Support mode: the officer beside the clerk confirms, with one key while present or with the PIN.
import { useState } from 'react';
import { needsConfirmation } from '#core/dossier/desk-hands.ts';
import type { DossierAct } from '#core/dossier/life.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import type { Me } from '#wire/session.wire.ts';
import { useStanding } from '../alone/counter.ts';
import { findStandIn } from '../api/stand-in.ts';
import { focusFirstError } from '../api/use-act.ts';
import { useOnline } from '../api/use-online.ts';
import { Field, SelectField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { type NoOfficer, noOfficerWords } from './no-officer.ts';
import { whoConfirms } from './who-confirms.ts';

export type ConfirmationNeed = 'none' | 'key' | 'pin';

export type ConfirmationState = {
  readonly need: ConfirmationNeed;
  readonly ready: boolean;
  readonly value: Confirmation | undefined;
  readonly officers: readonly { readonly accountId: string; readonly fullName: string; readonly title: string }[];
  readonly presentName: string | undefined;
  readonly missing: NoOfficer;
  readonly accountId: string;
  readonly pin: string;
  readonly set: (change: { accountId?: string; pin?: string }) => void;
  /** The box is named and taken to where it is asked for and empty; true: nothing is missing. */
  readonly demand: () => boolean;
  readonly errors: Readonly<Record<string, string>>;
};

const PIN_MISSING = { 'confirmation.pin': 'Nhập mã PIN để xác nhận.' };

/** `atMachine`: proven on this machine also while there is a line, as what puts right an act that was made here. */
export const useConfirmation = (me: Me, act: DossierAct, mode: ReceptionMode, atMachine = false): ConfirmationState => {
  const standing = useStanding();
  const isOnline = useOnline();
  const here = findStandIn() !== undefined && (atMachine || !isOnline);
  const { officers, present } = whoConfirms(me, here ? standing : undefined);
  const need: ConfirmationNeed = !needsConfirmation(act, mode, me.roles, me.desk?.supportReturn) ? 'none'
    : present && me.desk?.officerConfirmation === 'key-while-present' ? 'key' : 'pin';
  const [state, setState] = useState({ accountId: '', pin: '', demanded: false });
  const chosen = officers.find((one) => one.accountId === state.accountId) ?? officers.find((one) => one.accountId === present?.accountId) ?? officers[0];
  const accountId = chosen?.accountId ?? '';
  const ready = need !== 'pin' || (/^\d{6,12}$/.test(state.pin) && accountId !== '');
  const value: Confirmation | undefined =
    need === 'key'
      ? { by: 'present-officer' }
      : need === 'pin'
        ? { by: 'pin', accountId: accountId as Extract<Confirmation, { by: 'pin' }>['accountId'], pin: state.pin }
        : undefined;
  return {
    need, ready, value, officers, accountId,
    pin: state.pin,
    presentName: present?.fullName,
    missing: !here ? 'at-desk' : isOnline ? 'at-machine' : 'without-line',
    set: (change) => setState((s) => ({ ...s, ...change, demanded: false })),
    demand: () => {
      if (ready) return true;
      setState((s) => ({ ...s, demanded: true }));
      requestAnimationFrame(() => focusFirstError(PIN_MISSING));
      return false;
    },
    errors: state.demanded && !ready ? PIN_MISSING : {},
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
  if (state.need === 'none') return null;
  if (state.need === 'key')
    return (
      <p className="paper-line">
        <span>
          Công chức tiếp nhận <strong>{state.presentName}</strong> xác nhận; {me.account.fullName} là người hỗ trợ.
        </span>
      </p>
    );
  if (state.officers.length === 0)
    return <Banner tone="amber">{noOfficerWords(state.missing)}</Banner>;
  return (
    <div className="fields">
      <SelectField
        width="w8"
        label="Công chức tiếp nhận xác nhận"
        name="confirmation.accountId"
        data-prefilled=""
        value={state.accountId}
        onValue={(accountId) => state.set({ accountId })}
        hint={state.officers.find(({ accountId }) => accountId === state.accountId)?.title}
        options={state.officers.map((o) => ({ value: o.accountId, label: o.fullName }))}
      />
      <Field
        width="w4"
        label="Mã PIN của công chức"
        name="confirmation.pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={state.pin}
        onValue={(pin) => state.set({ pin })}
        error={error ?? state.errors['confirmation.pin']}
      />
    </div>
  );
};
