// In which capacity the leader signs; shown as it will stand above the name.
import { RadioGroup } from '../../design/choices.tsx';
import { useMe } from '../../api/session.ts';
import { useColleagues } from '../use-office.ts';

export const CapacityField = ({ value, onValue }: { readonly value: number | undefined; readonly onValue: (assignmentNo: number) => void }) => {
  const me = useMe();
  const { data } = useColleagues();
  const capacities = data?.me.signingCapacities ?? [];
  const chosen = capacities.find((one) => one.assignmentNo === value) ?? capacities[0];
  return (
    <div className="stack-tight">
      {capacities.length > 1 && (
        <RadioGroup legend="Ký với tư cách" value={String(chosen?.assignmentNo ?? '')} onValue={(no) => onValue(Number(no))}
          choices={capacities.map((one) => ({ value: String(one.assignmentNo), label: `${one.prefix} ${one.title.replaceAll('\n', ' – ')}`.trim() }))} />
      )}
      {chosen && (
        <div className="signature" aria-label="Thể thức ký">
          {`${chosen.prefix} ${chosen.title}`.trim().split('\n').map((line) => <strong key={line}>{line}</strong>)}
          <span className="signature-room" aria-hidden="true" />
          <span>{me.account.fullName}</span>
        </div>
      )}
    </div>
  );
};
