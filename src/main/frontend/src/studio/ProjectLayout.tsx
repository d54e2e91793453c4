import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { useOne } from '../api/hooks';
import type { Project } from '../api/types';
import { useMay } from '../foundation/useProfile';
import { Icon, type IconName } from '../ui/icons';
import { Loaded } from '../ui/parts';

export interface ProjectContext {
  project: Project;
  /** MEMBER and more: create and edit. */
  mayEdit: boolean;
  /** ADMIN and more: delete, publish settings, applications. */
  mayManage: boolean;
}

export const useProject = () => useOutletContext<ProjectContext>();

const TABS: [string, IconName][] = [
  ['tables', 'table'],
  ['workflows', 'workflow'],
  ['releases', 'rocket'],
];

export function ProjectLayout() {
  const { t } = useTranslation();
  const { projectId } = useParams();
  const project = useOne<Project>(`studio/projects/${projectId}/`);
  const mayEdit = useMay(project.data?.organization_id, 'MEMBER');
  const mayManage = useMay(project.data?.organization_id, 'ADMIN');
  return (
    <>
      {!project.isLoadingError && (
        <nav className="project-bar" aria-label={t('project.tabs')}>
          {TABS.map(([path, icon]) => (
            <NavLink key={path} to={path}>
              <Icon name={icon} size={17} />
              {t(`project.${path as 'tables'}`)}
            </NavLink>
          ))}
        </nav>
      )}
      {project.data ? (
        <Outlet context={{ project: project.data, mayEdit, mayManage } satisfies ProjectContext} />
      ) : (
        <div className="page">
          <Loaded query={project} skeleton={<Skeleton height={220} radius="lg" />}>
            {() => null}
          </Loaded>
        </div>
      )}
    </>
  );
}
