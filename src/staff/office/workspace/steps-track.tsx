// The internal process as a track of people: who did what, who has it now, and each step's own limit.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { Icon } from '../../design/icon.tsx';
import { dueTone, shortMoment } from '../../words/moment-words.ts';
import { roleLabel } from '../../words/person-words.ts';

type Step = OfficeWorkView['steps'][number];

const lastOf = (view: DossierView, step: Step) => view.steps.findLast((one) => one.stepId === step.stepId);

const Done = ({ view, step }: { readonly view: DossierView; readonly step: Step }) => {
  const last = lastOf(view, step);
  if (!last?.finishedAt) return <span className="faint">{roleLabel(step.role)}</span>;
  return <><span>{last.accountName}</span><span className="faint">xong {shortMoment(last.finishedAt)}</span></>;
};

const Now = ({ view, work, step }: { readonly view: DossierView; readonly work: OfficeWorkView; readonly step: Step }) => {
  const late = work.stepDueAt !== undefined && dueTone(work.stepDueAt, work.now) === 'late';
  return (
    <>
      <span><strong>{work.mine.step && view.assigneeId ? 'Ông/bà đang xử lý' : (view.assigneeName ?? (step.role === 'agency-officer' ? 'Chưa phân công' : roleLabel(step.role)))}</strong></span>
      {view.state === 'in-process' && (work.stepDueAt
        ? <span className={late ? 'due-late' : 'step-limit'}><Icon name="clock" size={14} /> {late ? 'quá hạn bước từ' : 'hạn bước'} {shortMoment(work.stepDueAt)}</span>
        : <span className="faint">{step.hours > 0 ? `${step.hours} giờ làm việc` : 'không có hạn riêng'}</span>)}
      {view.state === 'supplement-asked' && <span className="step-paused">tạm dừng, chờ bổ sung</span>}
      {view.state === 'awaiting-financial-duty' && <span className="step-paused">tạm dừng, chờ nghĩa vụ tài chính</span>}
    </>
  );
};

export const StepsTrack = ({ view, work }: { readonly view: DossierView; readonly work: OfficeWorkView }) => {
  const open = view.state === 'in-process' || view.state === 'supplement-asked' || view.state === 'awaiting-financial-duty';
  const at = work.stepNo ?? 0;
  return (
    <section className="steps-box" aria-label="Quy trình nội bộ">
      <ol className="steps-track">
        {work.steps.map((step) => {
          const isNow = open && step.no === at;
          const isDone = step.no < at || (!open && at > 0 && step.no <= at);
          return (
            <li key={step.no} className={isNow ? 'step-now' : isDone ? 'step-done' : 'step-ahead'} aria-current={isNow ? 'step' : undefined}>
              <span className="step-name"><span className="step-dot">{isDone ? <Icon name="check" size={14} /> : step.no}</span>{step.name}</span>
              {isNow ? <Now view={view} work={work} step={step} /> : isDone ? <Done view={view} step={step} />
                : <><span className="faint">{roleLabel(step.role)}</span><span className="faint">{step.hours > 0 ? `${step.hours} giờ làm việc` : ''}</span></>}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
