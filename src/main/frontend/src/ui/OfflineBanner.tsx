import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { online, ping } from '../api/client';
import { useStore } from '../api/hooks';
import { Icon } from './icons';

/** Shown while the server is away; looks again every few seconds, and fetches what was missed. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const up = useStore(online);
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    setBusy(true);
    const back = await ping();
    setBusy(false);
    if (back) await client.refetchQueries({ type: 'active' });
  }, [client]);

  useEffect(() => {
    document.body.toggleAttribute('data-offline', !up);
    if (up) return;
    const timer = setInterval(() => void look(), 6_000);
    return () => clearInterval(timer);
  }, [up, look]);

  if (up) return null;
  return (
    <div className="offline" role="alert">
      <Icon name="alert" />
      <span>{t('offline.text')}</span>
      <Button size="compact-sm" color="dark" loading={busy} onClick={() => void look()}>
        {t('common.retry')}
      </Button>
    </div>
  );
}
