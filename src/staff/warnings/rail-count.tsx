// How much stands in the warning lists, beside the name in the rail that leads there.
import { WARNING_COUNT_CAP } from '#wire/list-names.ts';
import { type Side, useWarningCounts } from './use-warnings.ts';
import './warnings.css';

export const RailCount = ({ sides }: { readonly sides: readonly Side[] }) => {
  const count = useWarningCounts(sides);
  if (count === 0) return null;
  return (
    <span className="rail-count">
      {count > WARNING_COUNT_CAP ? `${WARNING_COUNT_CAP}+` : count}
      <span className="hidden-label"> việc sắp đến hạn hoặc quá hạn</span>
    </span>
  );
};
