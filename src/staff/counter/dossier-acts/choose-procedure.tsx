import { useState } from 'react';
import type { CatalogueEntry } from '#wire/desk-catalogue.wire.ts';
import { Field } from '../../design/field.tsx';
import { limitWords, NO_LIMIT_TEXT } from '../../words/person-words.ts';
import { knownLimit, useProcedureSearch } from '../catalogue/use-catalogue.ts';

/** Another procedure of this desk, found by what people say, tones left out. */
export const ChooseProcedure = ({
  without,
  onChoose,
}: {
  readonly without: string;
  readonly onChoose: (entry: CatalogueEntry) => void;
}) => {
  const [query, setQuery] = useState('');
  const found = useProcedureSearch(query, 6).filter((e) => e.procedure.code !== without);
  const choosable = found.filter((e) => knownLimit(e) !== undefined);
  return (
    <div className="stack-tight">
      <Field
        label="Thủ tục đúng, gõ không cần dấu"
        value={query}
        onValue={setQuery}
        autoFocus
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return;
          e.preventDefault();
          const [first] = choosable;
          if (first && query.trim() !== '') onChoose(first);
        }}
      />
      <ul className="stack-tight">
        {found.map((e) => {
          const limit = knownLimit(e);
          return (
            <li key={e.procedure.code}>
              <button type="button" className="procedure-choice" disabled={!limit} onClick={() => onChoose(e)}>
                <span>{e.procedure.name}</span>
                <span className="faint">
                  {e.procedure.code} · {e.agencyName} · {limit ? limitWords(limit) : NO_LIMIT_TEXT}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p className="soft">Không thấy thủ tục nào khớp trong danh mục quầy này được tiếp nhận.</p>}
    </div>
  );
};
