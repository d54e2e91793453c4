import { Alert, Anchor, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useOne } from '../api/hooks';
import type { Execution, NodeRun } from '../api/types';
import { CodeBlock } from '../ui/CodeBlock';
import { useFormat, useLabel } from '../ui/format';
import { Icon } from '../ui/icons';
import { Loaded, PageHead, Status } from '../ui/parts';
import { Steps } from '../ui/Steps';

const RUNNING = ['queued', 'running', 'waiting'];

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

function errorText(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error !== null && typeof error === 'object' && 'message' in error) return String(error.message);
  return JSON.stringify(error);
}

function NodeDetails({ run }: { run: NodeRun }) {
  const { t } = useTranslation();
  return (
    <>
      {!isBlank(run.error) && (
        <Text size="sm" c="var(--mantine-color-error)">
          {errorText(run.error)}
        </Text>
      )}
      {!(isBlank(run.input_data) && isBlank(run.output_data)) && (
        <details className="more">
          <summary>{t('common.details')}</summary>
          <Stack gap="xs" mt="xs">
            {!isBlank(run.input_data) && (
              <>
                <Text size="sm" c="dimmed">
                  {t('workflows.inputData')}
                </Text>
                <CodeBlock label={t('workflows.inputData')} value={run.input_data} />
              </>
            )}
            {!isBlank(run.output_data) && (
              <>
                <Text size="sm" c="dimmed">
                  {t('workflows.outputData')}
                </Text>
                <CodeBlock label={t('workflows.outputData')} value={run.output_data} />
              </>
            )}
          </Stack>
        </details>
      )}
    </>
  );
}

export function ExecutionPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const { projectId, workflowId, executionId } = useParams();
  const execution = useOne<Execution>(`automation/executions/${executionId}/`, (data) =>
    !data || RUNNING.includes(data.status) ? 1_000 : false,
  );
  const seconds = (run: NodeRun) =>
    run.duration_seconds === null || run.duration_seconds === undefined
      ? undefined
      : t('workflows.seconds', { seconds: format.number(Number(run.duration_seconds)) });
  return (
    <div className="page">
      <Anchor
        component={Link}
        to={`/projects/${projectId}/workflows/${workflowId}`}
        size="sm"
        className="with-icon"
        mb="md"
      >
        <Icon name="left" size={16} /> {t('workflows.executions')}
      </Anchor>
      <PageHead title={t('workflows.execution')}>
        {execution.data && <Status status={execution.data.status} />}
      </PageHead>
      <Loaded query={execution} skeleton={<Skeleton height={240} radius="lg" />}>
        {(data) => (
          <div className="two-columns">
            <section className="card" aria-live="polite">
              <Title order={2} size="h3">
                {t('workflows.steps')}
              </Title>
              {!isBlank(data.error) && <Alert color="red">{errorText(data.error)}</Alert>}
              {data.execution_details?.length ? (
                <Steps
                  steps={data.execution_details.map((run) => ({
                    key: `${run.node_id} ${run.attempt}`,
                    name:
                      run.attempt > 1
                        ? `${run.node_name} · ${t('workflows.attempt', { number: run.attempt })}`
                        : run.node_name,
                    status: run.status,
                    aside: seconds(run),
                    body: <NodeDetails run={run} />,
                  }))}
                />
              ) : (
                <Text c="dimmed">{t('workflows.noSteps')}</Text>
              )}
            </section>
            <aside className="card">
              <dl className="facts">
                <dt>{t('workflows.startedAt')}</dt>
                <dd>{format.dateTime(data.started_at ?? data.created_at)}</dd>
                {data.completed_at && (
                  <>
                    <dt>{t('workflows.endedAt')}</dt>
                    <dd>{format.dateTime(data.completed_at)}</dd>
                  </>
                )}
                {data.trigger_type && (
                  <>
                    <dt>{t('workflows.trigger')}</dt>
                    <dd>{label('triggers', data.trigger_type)}</dd>
                  </>
                )}
                <dt>{t('workflows.inputData')}</dt>
                <dd>
                  <CodeBlock label={t('workflows.inputData')} value={data.input_data} />
                </dd>
                <dt>{t('workflows.outputData')}</dt>
                <dd>
                  <CodeBlock label={t('workflows.outputData')} value={data.output_data} />
                </dd>
              </dl>
            </aside>
          </div>
        )}
      </Loaded>
    </div>
  );
}
