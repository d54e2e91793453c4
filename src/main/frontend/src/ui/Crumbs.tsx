import { useTranslation } from 'react-i18next';
import { Link, useMatch } from 'react-router';
import { useOne } from '../api/hooks';
import type { Organization, Project } from '../api/types';

/** Organisations / organisation / project: where the address is. */
export function Crumbs() {
  const { t } = useTranslation();
  const inOrganization = useMatch('/organizations/:id')?.params.id;
  const inProject = useMatch('/projects/:id/*')?.params.id;
  const project = useOne<Project>(inProject ? `studio/projects/${inProject}/` : null).data;
  const organizationId = inOrganization ?? project?.organization_id;
  const organization = useOne<Organization>(inOrganization ? `foundation/organizations/${inOrganization}/` : null).data;
  const name = organization?.name ?? project?.organization_name;

  const crumbs: { to: string; text: string }[] = [{ to: '/organizations', text: t('organizations.title') }];
  if (organizationId && name) crumbs.push({ to: `/organizations/${organizationId}`, text: name });
  if (project) crumbs.push({ to: `/projects/${project.id}/tables`, text: project.name });
  return (
    <nav aria-label={t('shell.where')} style={{ flex: 1, minWidth: 0 }}>
      <ol className="crumbs">
        {crumbs.map((crumb, index) => (
          <li key={crumb.to}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{crumb.text}</span>
            ) : (
              <Link to={crumb.to}>{crumb.text}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
