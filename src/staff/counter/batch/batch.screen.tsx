// One applicant, many owners. First the procedure, then who came, then the list.
import './batch.css';
import { useState } from 'react';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Loaded, Panel, Screen } from '../../design/frames.tsx';
import { knownLimit, useCatalogue, useProcedureSearch } from '../catalogue/use-catalogue.ts';
import { NO_LIMIT_TEXT } from '../../words/person-words.ts';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';
import { BatchWork } from './batch-work.tsx';

export const BatchScreen = () => {
  const catalogue = useCatalogue();
  const { owner } = useDraftOwner();
  const [query, setQuery] = useState('');
  const [code, setCode] = useState<string>();
  const found = useProcedureSearch(query, 12);
  return (
    <Screen title="Tiếp nhận theo danh sách" acts={code && <Button onClick={() => setCode(undefined)}>Chọn thủ tục khác</Button>}>
      <Loaded from={catalogue}>
        {(data) => {
          const entry = data.entries.find((e) => e.procedure.code === code);
          if (entry) return <BatchWork key={entry.procedure.code} entry={entry} catalogue={data} owner={owner} />;
          const usual = found.filter((e) => !e.procedure.mustBePresent);
          const choosable = usual.filter((e) => knownLimit(e) !== undefined);
          return (
            <Panel title="Chọn thủ tục chung cho cả danh sách">
              <div className="stack">
                <Field
                  label="Tên thủ tục, không cần dấu"
                  value={query}
                  onValue={setQuery}
                  large
                  autoFocus
                  onKeyDown={(e) => {
                    const first = choosable[0];
                    if (e.key === 'Enter' && first) setCode(first.procedure.code);
                  }}
                  hint="Thủ tục người yêu cầu phải có mặt thì không tiếp nhận theo danh sách."
                />
                <ul className="stack-tight">
                  {usual.map((e) => (
                    <li key={e.procedure.code}>
                      <button
                        type="button"
                        className="batch-choice"
                        disabled={!choosable.includes(e)}
                        onClick={() => setCode(e.procedure.code)}
                      >
                        {e.procedure.name} <span className="faint">· {e.agencyName}</span>
                        {!choosable.includes(e) && <span className="field-warning"> · {NO_LIMIT_TEXT}</span>}
                      </button>
                    </li>
                  ))}
                </ul>
                {usual.length === 0 && <p className="soft">Không thấy thủ tục nào khớp “{foldVietnamese(query)}”.</p>}
              </div>
            </Panel>
          );
        }}
      </Loaded>
    </Screen>
  );
};
