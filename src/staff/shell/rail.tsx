import { Link } from '@tanstack/react-router';
import { Icon } from '../design/icon.tsx';
import { Key } from '../design/button.tsx';
import { useMe } from '../api/session.ts';
import { screensOf } from './screens.ts';

export const Rail = () => {
  const screens = screensOf(useMe()).filter((s) => s.inRail);
  return (
    <nav className="rail" aria-label="Màn hình làm việc">
      {screens.map((s) => (
        <Link key={s.path} to={s.path} className="rail-link" activeProps={{ 'aria-current': 'page' }} aria-keyshortcuts={s.key}>
          <Icon name={s.icon} size={22} />
          <span>{s.label}</span>
          {s.badge && <s.badge />}
          {s.key && <Key name={s.key} />}
        </Link>
      ))}
    </nav>
  );
};
