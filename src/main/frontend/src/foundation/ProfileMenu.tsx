import {
  Avatar,
  Box,
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Language } from '../i18n';
import { Icon } from '../ui/icons';
import { LanguageSelect } from './LanguageSelect';
import { useProfile } from './useProfile';
import { useSignOut } from './useSignOut';

export function ProfileMenu() {
  const { t } = useTranslation();
  const profile = useProfile().data;
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = profile?.full_name || profile?.email || '';

  // E-mails follow the profile's language; should the server be away, the screen has changed all the same.
  const remember = (language: Language) =>
    void api.patch('foundation/users/profile/', { language }).catch(() => undefined);

  return (
    <Popover position="bottom-end" width={290} radius="lg" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton style={{ borderRadius: '50%' }}>
          <span className="visually-hidden">{t('shell.account')}</span>
          <Avatar aria-hidden="true" name={name || undefined} color="pine" variant="filled" radius="xl" size={36} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="xs" className="account" aria-label={t('shell.account')}>
        <Box px="sm" py="xs">
          <Text fw={600} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {profile?.email}
          </Text>
        </Box>
        <Divider />
        <Box px="sm" py="xs">
          <Text size="xs" c="dimmed" mb={6}>
            {t('shell.language')}
          </Text>
          <LanguageSelect onChange={remember} fullWidth />
        </Box>
        <Box px="sm" py="xs">
          <Text size="xs" c="dimmed" mb={6}>
            {t('shell.scheme')}
          </Text>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('shell.scheme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={[
              { value: 'light', label: t('shell.light') },
              { value: 'dark', label: t('shell.dark') },
              { value: 'auto', label: t('shell.auto') },
            ]}
          />
        </Box>
        <Divider />
        <Button
          mt="xs"
          fullWidth
          variant="subtle"
          color="gray"
          c="inherit"
          justify="flex-start"
          leftSection={<Icon name="out" />}
          onClick={() => void signOut()}
        >
          {t('shell.signOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
