import { Button, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useList, useOne } from '../api/hooks';
import type { Organization, Project } from '../api/types';
import { useMay } from '../foundation/useProfile';
import { useFormat } from '../ui/format';
import { Icon } from '../ui/icons';
import { Cards, Empty, Loaded, Monogram, PageHead, Status } from '../ui/parts';
import { ProjectDialog } from './ProjectDialog';

export function ProjectsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { organizationId = '' } = useParams();
  const [search, setSearch] = useState('');
  const [words] = useDebouncedValue(search.trim(), 250);
  const organization = useOne<Organization>(`foundation/organizations/${organizationId}/`);
  const projects = useList<Project>('studio/projects/', {
    organization_id: organizationId,
    page_size: 100,
    search: words,
  });
  const mayCreate = useMay(organizationId, 'MEMBER');
  const [opened, dialog] = useDisclosure();
  const create = mayCreate && (
    <Button leftSection={<Icon name="plus" />} onClick={dialog.open}>
      {t('projects.new')}
    </Button>
  );
  const some = Boolean(projects.data?.count) || search !== '';
  return (
    <div className="page">
      <PageHead title={organization.data?.name ?? t('projects.title')} text={t('projects.text')}>
        {some && create}
      </PageHead>
      {(projects.data?.count ?? 0) + search.length > 5 && (
        <TextInput
          mb="lg"
          maw={340}
          type="search"
          aria-label={t('projects.search')}
          placeholder={t('projects.search')}
          leftSection={<Icon name="search" size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <Loaded query={projects} skeleton={<Cards />}>
        {({ results }) => {
          if (results.length === 0 && search) {
            return <Empty icon="search" title={t('projects.nothing')} text={t('projects.nothingText')} />;
          }
          if (results.length === 0) {
            return (
              <Empty
                icon="box"
                title={t('projects.emptyTitle')}
                text={mayCreate ? t('projects.emptyText') : t('projects.emptyViewer')}
              >
                {create}
              </Empty>
            );
          }
          return (
            <ul className="cards">
              {results.map((project) => (
                <li key={project.id}>
                  <article className="card card-link">
                    <Monogram name={project.name} />
                    <div>
                      <Title order={2} size="h3">
                        <Link to={`/projects/${project.id}/tables`}>{project.name}</Link>
                      </Title>
                      {project.description && (
                        <Text size="sm" c="dimmed" mt={4} className="clamp">
                          {project.description}
                        </Text>
                      )}
                    </div>
                    <div className="card-foot">
                      <Status status={project.status} />
                      {Boolean(project.current_version) && (
                        <span>{t('projects.version', { version: project.current_version })}</span>
                      )}
                      <span>{t('projects.updated', { when: format.ago(project.updated_at) })}</span>
                    </div>
                  </article>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <ProjectDialog organizationId={organizationId} opened={opened} onClose={dialog.close} />
    </div>
  );
}
