import { Navigate } from '@tanstack/react-router';
import type { ActDialog } from '../dossier/dossier-acts.tsx';

export const ToWorkspace: ActDialog = ({ view }) => <Navigate to="/co-quan/ho-so/$dossierId" params={{ dossierId: view.dossierId }} />;
