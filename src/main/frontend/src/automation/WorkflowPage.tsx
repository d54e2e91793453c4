import { Anchor, Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useList, useOne } from '../api/hooks';
import type { Execution, Workflow } from '../api/types';
import { useProject } from '../studio/ProjectLayout';
import { useFormat, useLabel } from '../ui/format';
import { Icon } from '../ui/icons';
import { Empty, Lines, Loaded, PageHead, Status } from '../ui/parts';
import { ExecuteDialog } from './ExecuteDialog';

export function WorkflowPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const { mayEdit } = useProject();
  const { workflowId } = useParams();
  const workflow = useOne<Workflow>(`automation/workflows/${workflowId}/`);
  const executions = useList<Execution>('automation/executions/', { workflow: workflowId, page_size: 50 });
  const [chosen, setChosen] = useState<Workflow | null>(null);
  return (
    <div className="page">
      <Anchor component={Link} to=".." relative="path" size="sm" className="with-icon" mb="md">
        <Icon name="left" size={16} /> {t('workflows.title')}
      </Anchor>
      <Loaded query={workflow} skeleton={<Skeleton height={60} mb="xl" />}>
        {(data) => (
          <PageHead title={data.name} text={data.description}>
            <Group>
              <Status status={data.status} />
              {mayEdit && (
                <Button
                  leftSection={<Icon name="play" size={16} />}
                  disabled={data.status !== 'active'}
                  title={data.status === 'active' ? undefined : t('workflows.inactive')}
                  onClick={() => setChosen(data)}
                >
                  {t('workflows.execute')}
                </Button>
              )}
            </Group>
          </PageHead>
        )}
      </Loaded>
      <Title order={2} mb="md">
        {t('workflows.executions')}
      </Title>
      <Loaded query={executions} skeleton={<Lines />}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty icon="clock" title={t('workflows.noExecutions')} text={t('workflows.inactiveHint')} />
          ) : (
            <ul className="lines">
              {results.map((execution) => (
                <li key={execution.id}>
                  <div className="grow">
                    <Link className="quiet-link" to={`executions/${execution.id}`}>
                      <Text span fw={600}>
                        {format.dateTime(execution.started_at ?? execution.created_at)}
                      </Text>
                    </Link>
                    {execution.trigger_type && (
                      <Text size="sm" c="dimmed">
                        {label('triggers', execution.trigger_type)}
                      </Text>
                    )}
                  </div>
                  <Status status={execution.status} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <ExecuteDialog workflow={chosen} onClose={() => setChosen(null)} />
    </div>
  );
}
