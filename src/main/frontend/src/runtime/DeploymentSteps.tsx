import { Alert, Skeleton, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useOne, useRefresh } from '../api/hooks';
import type { Deployment } from '../api/types';
import { useFormat, useLabel } from '../ui/format';
import { Loaded } from '../ui/parts';
import { Steps } from '../ui/Steps';

const RUNNING = ['pending', 'running'];

/** A deployment's steps, asked for every second until it has ended. */
export function DeploymentSteps({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const refresh = useRefresh();
  const deployment = useOne<Deployment>(`runtime/deployment-logs/${id}/`, (data) =>
    !data || RUNNING.includes(data.status) ? 1_000 : false,
  );
  const status = deployment.data?.status;
  useEffect(() => {
    if (status && !RUNNING.includes(status)) void refresh('runtime/apps/', 'studio/projects/');
  }, [status, refresh]);
  return (
    <Loaded query={deployment} skeleton={<Skeleton height={140} radius="md" />}>
      {(data) => (
        <div aria-live="polite">
          <Steps
            steps={(data.steps ?? []).map((step, index) => ({
              key: `${index} ${step.name}`,
              name: label('steps', step.name),
              status: step.status,
              aside:
                step.duration === null || step.duration === undefined
                  ? undefined
                  : t('workflows.seconds', { seconds: format.number(Number(step.duration)) }),
              body: step.error && (
                <Text size="sm" c="var(--mantine-color-error)">
                  {step.error}
                </Text>
              ),
            }))}
          />
          {data.error && (
            <Alert color="red" mt="md">
              {data.error}
            </Alert>
          )}
        </div>
      )}
    </Loaded>
  );
}
