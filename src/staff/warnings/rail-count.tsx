// How much stands in the warning list, beside its name in the rail.
import { WARNING_COUNT_CAP } from '#wire/warnings.wire.ts';
import { type Side, useWarningCount } from './use-warnings.ts';
import './warnings.css';

export const RailCount = ({ side }: { readonly side: Side }) => {
  const { data = 0 } = useWarningCount(side);
  if (data === 0) return null;
  return (
    <span className="rail-count">
      {data > WARNING_COUNT_CAP ? `${WARNING_COUNT_CAP}+` : data}
      <span className="hidden-label"> việc sắp đến hạn hoặc quá hạn</span>
    </span>
  );
};
