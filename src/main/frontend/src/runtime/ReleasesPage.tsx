import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRefresh } from '../api/hooks';
import type { App, Version } from '../api/types';
import { useProject } from '../studio/ProjectLayout';
import { PublishDialog } from '../studio/PublishDialog';
import { useFormat } from '../ui/format';
import { Icon } from '../ui/icons';
import { said } from '../ui/notify';
import { Empty, Lines, Loaded, PageHead } from '../ui/parts';
import { AppCard, BUSY } from './AppCard';
import { AppDialog } from './AppDialog';

export function ReleasesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const { project, mayEdit, mayManage } = useProject();
  const versionsPath = `studio/projects/${project.id}/versions/`;
  const versions = useList<Version>(versionsPath, { page_size: 20 });
  const apps = useList<App>('runtime/apps/', { project: project.id, page_size: 100 });
  const [publishing, publishDialog] = useDisclosure();
  const [creating, appDialog] = useDisclosure();
  const [awaited, setAwaited] = useState<number | null>(null);

  const list = [...(versions.data?.results ?? [])].sort((one, other) => other.number - one.number);
  const arrived = awaited !== null && list.some((version) => version.number === awaited);
  const busy = (apps.data?.results ?? []).some((app) => BUSY.includes(app.status));

  // Publishing and building go on in the background: look until they are through.
  useEffect(() => {
    if (arrived) {
      said(t('releases.published', { version: awaited }));
      setAwaited(null);
      void refresh('studio/projects/');
    }
  }, [arrived, awaited, refresh, t]);
  useEffect(() => {
    if (awaited === null && !busy) return;
    const timer = setInterval(() => void refresh(versionsPath, 'runtime/apps/'), 1_500);
    return () => clearInterval(timer);
  }, [awaited, busy, refresh, versionsPath]);

  const publish = mayEdit && (
    <Button leftSection={<Icon name="check" size={16} />} loading={awaited !== null} onClick={publishDialog.open}>
      {t('releases.publish')}
    </Button>
  );
  const create = mayManage && list.length > 0 && (
    <Button variant="light" leftSection={<Icon name="plus" size={16} />} onClick={appDialog.open}>
      {t('releases.newApp')}
    </Button>
  );
  const hasApps = Boolean(apps.data?.count);
  return (
    <div className="page">
      <PageHead title={t('releases.title')} text={t('releases.text')}>
        {publish}
      </PageHead>
      <div className="two-columns">
        <section aria-labelledby="apps-title">
          <div className="bench-head">
            <Title order={2} id="apps-title">
              {t('releases.apps')}
            </Title>
            {hasApps && create}
          </div>
          <Loaded query={apps} skeleton={<Skeleton height={160} radius="lg" />}>
            {({ results }) =>
              results.length === 0 ? (
                <Empty
                  icon="rocket"
                  title={t('releases.noApps')}
                  text={list.length > 0 ? t('releases.noAppsText') : t('releases.noAppsFirst')}
                >
                  {create}
                </Empty>
              ) : (
                <Stack>
                  {results.map((app) => (
                    <AppCard key={app.id} app={app} mayDeploy={mayManage} />
                  ))}
                </Stack>
              )
            }
          </Loaded>
        </section>
        <section aria-labelledby="versions-title">
          <div className="bench-head">
            <Title order={2} id="versions-title">
              {t('releases.versions')}
            </Title>
          </div>
          <Loaded query={versions} skeleton={<Lines count={3} />}>
            {() =>
              list.length === 0 ? (
                <div className="card">
                  <Text fw={600}>{t('releases.noVersions')}</Text>
                  <Text size="sm" c="dimmed">
                    {t('releases.noVersionsText')}
                  </Text>
                </div>
              ) : (
                <ul className="lines">
                  {list.map((version) => (
                    <li key={version.number}>
                      <div className="grow">
                        <Text fw={600}>{t('releases.version', { version: version.number })}</Text>
                        {version.notes && <Text size="sm">{version.notes}</Text>}
                        {version.created_at && (
                          <Text size="sm" c="dimmed">
                            {format.dateTime(version.created_at)}
                          </Text>
                        )}
                      </div>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
      </div>
      <PublishDialog
        opened={publishing}
        onClose={publishDialog.close}
        onPublished={(version) => {
          setAwaited(version);
          void refresh('studio/projects/');
        }}
      />
      <AppDialog opened={creating} onClose={appDialog.close} />
    </div>
  );
}
