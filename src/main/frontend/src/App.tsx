import { useTranslation } from 'react-i18next';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ExecutionPage } from './automation/ExecutionPage';
import { WorkflowPage } from './automation/WorkflowPage';
import { WorkflowsPage } from './automation/WorkflowsPage';
import { CheckEmailPage } from './foundation/CheckEmailPage';
import { ForgotPasswordPage } from './foundation/ForgotPasswordPage';
import { InvitationPage } from './foundation/InvitationPage';
import { OrganizationsPage } from './foundation/OrganizationsPage';
import { RegisterPage } from './foundation/RegisterPage';
import { ResetPasswordPage } from './foundation/ResetPasswordPage';
import { SignInPage } from './foundation/SignInPage';
import { VerifyEmailPage } from './foundation/VerifyEmailPage';
import { ReleasesPage } from './runtime/ReleasesPage';
import { RowsPage } from './runtime/RowsPage';
import { basename } from './basename';
import { Shell } from './Shell';
import { FieldsPage } from './studio/FieldsPage';
import { ProjectLayout } from './studio/ProjectLayout';
import { ProjectsPage } from './studio/ProjectsPage';
import { TablesLayout } from './studio/TablesLayout';
import { Empty } from './ui/parts';

function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Empty icon="search" title={t('shell.notFound')} text={t('shell.notFoundText')}>
        <Button component={Link} to="/organizations">
          {t('shell.home')}
        </Button>
      </Empty>
    </div>
  );
}

/** A fault of ours in one page: the rest of the application goes on. */
function Broken() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Empty icon="alert" title={t('errors.UNEXPECTED')} text={t('shell.brokenText')}>
        <Button onClick={() => window.location.reload()}>{t('shell.reload')}</Button>
      </Empty>
    </div>
  );
}

const router = createBrowserRouter(
  [
    { path: '/sign-in', element: <SignInPage /> },
    { path: '/register', element: <RegisterPage /> },
    { path: '/check-email', element: <CheckEmailPage /> },
    { path: '/verify-email', element: <VerifyEmailPage /> },
    { path: '/forgot-password', element: <ForgotPasswordPage /> },
    { path: '/reset-password', element: <ResetPasswordPage /> },
    { path: '/invitations', element: <InvitationPage /> },
    {
      element: <Shell />,
      errorElement: <Broken />,
      children: [
        {
          errorElement: <Broken />,
          children: [
            { path: '/', element: <Navigate to="/organizations" replace /> },
            { path: '/organizations', element: <OrganizationsPage /> },
            { path: '/organizations/:organizationId', element: <ProjectsPage /> },
            {
              path: '/projects/:projectId',
              element: <ProjectLayout />,
              children: [
                { index: true, element: <Navigate to="tables" replace /> },
                {
                  path: 'tables',
                  element: <TablesLayout />,
                  children: [
                    { index: true, element: null },
                    { path: ':table', element: <RowsPage /> },
                    { path: ':table/fields', element: <FieldsPage /> },
                  ],
                },
                { path: 'workflows', element: <WorkflowsPage /> },
                { path: 'workflows/:workflowId', element: <WorkflowPage /> },
                { path: 'workflows/:workflowId/executions/:executionId', element: <ExecutionPage /> },
                { path: 'releases', element: <ReleasesPage /> },
              ],
            },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ],
  { basename: basename(document.baseURI) },
);

export function App() {
  return <RouterProvider router={router} />;
}
