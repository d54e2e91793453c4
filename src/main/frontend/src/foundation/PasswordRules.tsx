import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons';

const RULES = [
  ['ruleLength', (text: string) => [...text].length >= 8],
  ['ruleUpper', (text: string) => /\p{Lu}/u.test(text)],
  ['ruleDigit', (text: string) => /\p{Nd}/u.test(text)],
] as const;

export function meetsRules(password: string): boolean {
  return RULES.every(([, met]) => met(password));
}

export function PasswordRules({ password }: { password: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <ul className="rules" aria-label={t('auth.rules')}>
        {RULES.map(([key, met]) => (
          <li key={key} data-met={met(password)}>
            <Icon name={met(password) ? 'check' : 'ring'} size={15} />
            {t(`auth.${key}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
