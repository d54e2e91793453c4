import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, setLanguage } from '../i18n';

export function LanguageSelect({
  onChange,
  fullWidth,
}: {
  onChange?: (language: Language) => void;
  fullWidth?: boolean;
}) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t('shell.language')}
      value={i18n.language}
      data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      onChange={(value) => {
        setLanguage(value as Language);
        onChange?.(value as Language);
      }}
    />
  );
}
