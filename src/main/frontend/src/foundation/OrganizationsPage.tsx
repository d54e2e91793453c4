import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../api/hooks';
import type { Organization } from '../api/types';
import { useLabel } from '../ui/format';
import { Icon } from '../ui/icons';
import { Cards, Empty, Loaded, Monogram, PageHead } from '../ui/parts';
import { OrganizationDialog } from './OrganizationDialog';

export function OrganizationsPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const organizations = useList<Organization>('foundation/organizations/', { page_size: 100 });
  const [opened, dialog] = useDisclosure();
  const create = (
    <Button leftSection={<Icon name="plus" />} onClick={dialog.open}>
      {t('organizations.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('organizations.title')} text={t('organizations.text')}>
        {Boolean(organizations.data?.count) && create}
      </PageHead>
      <Loaded query={organizations} skeleton={<Cards />}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty icon="building" title={t('organizations.emptyTitle')} text={t('organizations.emptyText')}>
              {create}
            </Empty>
          ) : (
            <ul className="cards">
              {results.map((organization) => (
                <li key={organization.id}>
                  <article className="card card-link">
                    <Monogram name={organization.name} />
                    <div>
                      <Title order={2} size="h3">
                        <Link to={`/organizations/${organization.id}`}>{organization.name}</Link>
                      </Title>
                      {organization.description && (
                        <Text size="sm" c="dimmed" mt={4} className="clamp">
                          {organization.description}
                        </Text>
                      )}
                    </div>
                    <div className="card-foot">
                      <span>{label('types', organization.type)}</span>
                      <span aria-hidden="true">·</span>
                      <span>{t('organizations.members', { count: organization.member_count })}</span>
                      {organization.user_role && (
                        <Text span size="xs" fw={600} ml="auto" c="dimmed">
                          {label('roles', organization.user_role)}
                        </Text>
                      )}
                    </div>
                  </article>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <OrganizationDialog opened={opened} onClose={dialog.close} />
    </div>
  );
}
