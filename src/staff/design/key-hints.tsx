import { Key } from './button.tsx';

export const KeyHints = ({ hints }: { readonly hints: readonly (readonly [key: string, does: string])[] }) => (
  <p className="key-hints">
    {hints.map(([key, does]) => (
      <span key={key}>
        <Key name={key} /> {does}
      </span>
    ))}
  </p>
);
