import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The words for a machine value (status, role …), or the value itself where there are none. */
export function useLabel() {
  const { t, i18n } = useTranslation();
  return (group: string, value: string): string => {
    const key = `${group}.${value}`;
    return i18n.exists(key) ? t(key as 'common.close') : value.replaceAll('_', ' ');
  };
}

/** Dates and numbers in the chosen language. */
export function useFormat() {
  const { i18n } = useTranslation();
  // "en" alone means American dates; the browser may know which English the person reads.
  const language = navigator.languages.find((tag) => tag.split('-')[0] === i18n.language) ?? i18n.language;
  return useMemo(() => {
    const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const numbers = new Intl.NumberFormat(language);
    const valid = (value: string) => !Number.isNaN(Date.parse(value));
    return {
      /** `YYYY-MM-DD` has no time zone: never shift it. */
      date: (value: string) => {
        const [year, month, day] = value.slice(0, 10).split('-').map(Number);
        return day ? dates.format(new Date(year, month - 1, day)) : value;
      },
      dateTime: (value: string) => (valid(value) ? times.format(new Date(value)) : value),
      ago: (value: string) => {
        if (!valid(value)) return value;
        const seconds = (Date.parse(value) - Date.now()) / 1000;
        const size = Math.abs(seconds);
        if (size < 60) return relative.format(Math.round(seconds), 'second');
        if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
        if (size < 86400) return relative.format(Math.round(seconds / 3600), 'hour');
        if (size < 30 * 86400) return relative.format(Math.round(seconds / 86400), 'day');
        return dates.format(new Date(value));
      },
      number: (value: number) => numbers.format(value),
      bytes: (value: number) => {
        const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
        const step = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1);
        return new Intl.NumberFormat(language, {
          style: 'unit',
          unit: units[step],
          unitDisplay: step === 0 ? 'long' : 'short',
          maximumFractionDigits: 1,
        }).format(value / 1000 ** step);
      },
      /** Every digit stays: Intl takes decimal strings without rounding them through a float. */
      digits: (text: string) => {
        if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
        const decimals = Math.min(text.split('.')[1]?.length ?? 0, 20);
        return new Intl.NumberFormat(language, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(text as unknown as number);
      },
    };
  }, [language]);
}
