import { Navigate } from '@tanstack/react-router';
import type { ActDialog } from '../dossier/act-dialog.ts';

export const ToWorkspace: ActDialog = ({ view }) => <Navigate to="/co-quan/ho-so/$dossierId" params={{ dossierId: view.dossierId }} />;
