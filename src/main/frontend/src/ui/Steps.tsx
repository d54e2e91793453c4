import { Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import { Status, toneOf } from './parts';

export interface Step {
  key: string;
  name: string;
  status: string;
  aside?: string;
  body?: ReactNode;
}

const ICONS: Partial<Record<string, IconName>> = { good: 'check', bad: 'cross', calm: 'dot' };

/** What a deployment or an execution did, step by step. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => {
        const tone = step.status === 'pending' ? 'calm' : toneOf(step.status);
        return (
          <li key={step.key}>
            <span className="step-dot" data-tone={tone}>
              {tone === 'busy' ? (
                <Loader size={12} aria-hidden="true" />
              ) : (
                <Icon name={ICONS[tone] ?? 'dot'} size={14} />
              )}
            </span>
            <div
              style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.3rem 0.75rem', minWidth: 0 }}
            >
              <Text span fw={600}>
                {step.name}
              </Text>
              <Status status={step.status} tone={tone} />
            </div>
            <Text span size="sm" c="dimmed">
              {step.aside}
            </Text>
            {step.body && <div className="step-body">{step.body}</div>}
          </li>
        );
      })}
    </ol>
  );
}
