// One applicant, many owners. First the procedure, then who came, then the list.
import './batch.css';
import { useEffect, useState } from 'react';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Banner, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { knownLimit, useCatalogue, useProcedureSearch } from '../catalogue/use-catalogue.ts';
import { NO_LIMIT_TEXT } from '../../words/person-words.ts';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { type BatchDraft, dropList, leftLists } from './batch-db.ts';
import { progressOf } from './batch-rows.ts';
import { BatchWork } from './batch-work.tsx';

/** The rules of the list are those of the version it was begun under. */
const stillHere = ({ common }: BatchDraft, { entries }: DeskCatalogueView): boolean =>
  entries.some(({ procedure }) => procedure.code === common.procedureCode && procedure.version === common.procedureVersion);

export const BatchScreen = () => {
  const catalogue = useCatalogue();
  const { owner, world } = useDraftOwner();
  const [left, setLeft] = useState<readonly BatchDraft[]>([]);
  const [resumed, setResumed] = useState<BatchDraft>();
  const [query, setQuery] = useState('');
  const [code, setCode] = useState<string>();
  const found = useProcedureSearch(query, 12);
  useEffect(() => {
    if (code === undefined) void leftLists(world, owner).then(setLeft, () => setLeft([]));
  }, [world, owner, code]);
  const choose = (procedureCode: string | undefined, draft?: BatchDraft) => {
    setResumed(draft);
    setCode(procedureCode);
  };
  const drop = (draft: BatchDraft) => {
    dropList(world, draft.batchId);
    setLeft((all) => all.filter((one) => one.batchId !== draft.batchId));
  };
  return (
    <Screen title="Tiếp nhận theo danh sách" acts={code && <Button onClick={() => choose(undefined)}>Chọn thủ tục khác</Button>}>
      <Loaded from={catalogue}>
        {(data) => {
          const entry = data.entries.find((e) => e.procedure.code === code);
          if (entry) return <BatchWork key={resumed?.batchId ?? entry.procedure.code} entry={entry} catalogue={data} owner={owner} world={world} left={resumed} />;
          const usual = found.filter((e) => !e.procedure.mustBePresent);
          const choosable = usual.filter((e) => knownLimit(e) !== undefined);
          return (
            <Panel title="Chọn thủ tục chung cho cả danh sách">
              <div className="stack">
                {left.map((draft) => (
                  <Banner
                    key={draft.batchId}
                    tone="amber"
                    acts={
                      <span className="row">
                        <Button look="main" disabled={!stillHere(draft, data)} onClick={() => choose(draft.common.procedureCode, draft)}>
                          Làm tiếp danh sách
                        </Button>
                        <Button onClick={() => drop(draft)}>Bỏ danh sách nháp</Button>
                      </span>
                    }
                  >
                    <strong>Danh sách nháp trên máy này:</strong> {draft.procedureName} · {draft.common.applicant.fullName || 'chưa ghi người nộp'} ·
                    đã tiếp nhận {progressOf(draft.rows).done}/{progressOf(draft.rows).all}
                    {!stillHere(draft, data) && '. Thủ tục đã có phiên bản mới hoặc quầy không còn nhận: lập danh sách khác.'}
                  </Banner>
                ))}
                <Field
                  label="Tên thủ tục, không cần dấu"
                  value={query}
                  onValue={setQuery}
                  large
                  autoFocus
                  onKeyDown={(e) => {
                    const first = choosable[0];
                    if (e.key === 'Enter' && first) choose(first.procedure.code);
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
                        onClick={() => choose(e.procedure.code)}
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
