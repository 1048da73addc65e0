// Refusing reception is an officer's act with its legal ground, on paper (form 03); a clerk has it confirmed.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { CatalogueEntry } from '#wire/desk-catalogue.wire.ts';
import { EmptyState, Loaded, Screen } from '../../design/frames.tsx';
import { useDossier } from '../../dossier/use-dossier.ts';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { RefuseWork } from './refuse-work.tsx';

const WithFiling = ({ entry }: { readonly entry: CatalogueEntry }) => {
  const { filing } = useSearch({ from: '/tu-choi/$procedureCode' });
  const navigate = useNavigate();
  const filed = useDossier(filing ?? '', filing !== undefined);
  const leave = {
    onBack: () => void navigate({ to: '/tiep-nhan/$procedureCode', params: { procedureCode: entry.procedure.code }, search: filing === undefined ? {} : { filing } }),
    onDone: () => void navigate({ to: '/tiep-nhan' }),
  };
  if (filing === undefined) return <RefuseWork entry={entry} {...leave} />;
  return (
    <Loaded from={filed}>
      {(view) => <RefuseWork entry={entry} filed={view.state === 'filed-online' ? view : undefined} {...leave} />}
    </Loaded>
  );
};

export const RefuseReceptionScreen = () => {
  const { procedureCode } = useParams({ from: '/tu-choi/$procedureCode' });
  const catalogue = useCatalogue();
  return (
    <Loaded from={catalogue}>
      {(data) => {
        const entry = data.entries.find((e) => e.procedure.code === procedureCode);
        return entry ? (
          <Screen title="Từ chối tiếp nhận"><WithFiling entry={entry} key={procedureCode} /></Screen>
        ) : (
          <EmptyState whole icon="info" title="Quầy này không tiếp nhận thủ tục đó hôm nay" />
        );
      }}
    </Loaded>
  );
};
