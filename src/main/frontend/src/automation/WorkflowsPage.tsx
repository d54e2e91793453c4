import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../api/hooks';
import type { Workflow } from '../api/types';
import { useProject } from '../studio/ProjectLayout';
import { useFormat, useLabel } from '../ui/format';
import { Icon } from '../ui/icons';
import { Empty, Lines, Loaded, PageHead, Status } from '../ui/parts';
import { ExecuteDialog } from './ExecuteDialog';

export function WorkflowsPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const { project, mayEdit } = useProject();
  const workflows = useList<Workflow>('automation/workflows/', { project: project.id, page_size: 100 });
  const [chosen, setChosen] = useState<Workflow | null>(null);
  return (
    <div className="page">
      <PageHead title={t('workflows.title')} text={t('workflows.text')} />
      <Loaded query={workflows} skeleton={<Lines />}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty icon="workflow" title={t('workflows.emptyTitle')} text={t('workflows.emptyText')} />
          ) : (
            <ul className="lines">
              {results.map((workflow) => (
                <li key={workflow.id}>
                  <div className="grow">
                    <Title order={2} size="h3">
                      <Link className="quiet-link" to={workflow.id}>
                        {workflow.name}
                      </Link>
                    </Title>
                    <Text size="sm" c="dimmed">
                      {[
                        label('triggers', workflow.trigger_type),
                        t('workflows.nodes', { count: workflow.nodes_count ?? 0 }),
                        t('workflows.runs', { count: workflow.executions_count ?? 0 }),
                        workflow.last_executed && t('workflows.lastRun', { when: format.ago(workflow.last_executed) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </div>
                  <Status status={workflow.status} />
                  {mayEdit && (
                    <Button
                      variant="light"
                      size="sm"
                      leftSection={<Icon name="play" size={16} />}
                      disabled={workflow.status !== 'active'}
                      title={workflow.status === 'active' ? undefined : t('workflows.inactive')}
                      aria-label={t('workflows.executeNamed', { name: workflow.name })}
                      onClick={() => setChosen(workflow)}
                    >
                      {t('workflows.execute')}
                    </Button>
                  )}
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
